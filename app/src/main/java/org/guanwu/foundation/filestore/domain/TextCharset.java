package org.guanwu.foundation.filestore.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * 字符编码 of a text file: a byte order mark, else UTF-8 if the whole file is valid UTF-8, else GB 18030 if it is valid
 * and holds no control characters. Text in GB 18030 is practically never valid UTF-8 by chance, hence the order.
 */
final class TextCharset {

    static final Charset GB18030 = Charset.forName("GB18030");

    private TextCharset() {}

    static Optional<Charset> of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (start.length >= 2 && (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xfe) {
            return whole(file, StandardCharsets.UTF_16);
        }
        if (start.length >= 2 && (start[0] & 0xff) == 0xfe && (start[1] & 0xff) == 0xff) {
            return whole(file, StandardCharsets.UTF_16);
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (whole(file, charset).isPresent()) {
                return Optional.of(charset);
            }
        }
        return Optional.empty();
    }

    static Reader reader(Path file, Charset charset) throws IOException {
        return new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Optional<Charset> whole(Path file, Charset charset) throws IOException {
        try (Reader reader = reader(file, charset)) {
            char[] buffer = new char[1 << 14];
            int n;
            while ((n = reader.read(buffer)) >= 0) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] < 0x20 && "\t\n\r\f".indexOf(buffer[i]) < 0 || buffer[i] == 0x7f) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(charset);
        } catch (CharacterCodingException notThisOne) {
            return Optional.empty();
        }
    }
}
