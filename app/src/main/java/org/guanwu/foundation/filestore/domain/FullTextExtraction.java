package org.guanwu.foundation.filestore.domain;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.filestore.TextExtraction;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.shared.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

@Component
class FullTextExtraction implements TextExtraction {

    private static final Logger LOG = LoggerFactory.getLogger(FullTextExtraction.class);
    private static final String FIELD = "file";

    private final DiskFileStore files;

    FullTextExtraction(DiskFileStore files) {
        this.files = files;
    }

    @Override
    public String extract(StoredFile file) {
        return extract(file, files.path(file.digest()));
    }

    /** also of bytes that are not, and perhaps never will be, kept */
    static String extract(StoredFile file, Path path) {
        var text = new FullText();
        try {
            read(file, path, text);
        } catch (InvalidPasswordException locked) {
            throw locked(file);
        } catch (IOException
                | XMLStreamException
                | SAXException
                | ParserConfigurationException
                | OpenXML4JException damaged) {
            throw damaged(file, damaged);
        } catch (InvalidInput clear) {
            throw clear;
        } catch (RuntimeException | StackOverflowError damaged) {
            // the parsers answer some damaged files with whatever exception they happen to run into
            throw damaged(file, damaged);
        }
        return text.toText();
    }

    private static void read(StoredFile file, Path path, FullText text)
            throws IOException, XMLStreamException, SAXException, ParserConfigurationException, OpenXML4JException {
        switch (file.mediaType()) {
            case UploadPolicy.PDF -> PdfText.read(path, text);
            case UploadPolicy.XLSX -> {
                ZipContents.open(path, FIELD).close();
                XlsxText.read(path, text);
            }
            case UploadPolicy.DOCX -> {
                try (ZipContents zip = ZipContents.open(path, FIELD)) {
                    DocxText.read(zip, text);
                }
            }
            case UploadPolicy.OFD -> {
                try (ZipContents zip = ZipContents.open(path, FIELD)) {
                    if (OfdText.isEncrypted(zip)) {
                        throw locked(file);
                    }
                    OfdText.read(zip, text);
                }
            }
            case UploadPolicy.TXT -> plain(path, text);
            default -> {}
        }
    }

    private static void plain(Path path, FullText text) throws IOException {
        Charset charset = TextCharset.of(path).orElseThrow(() -> new IOException("not a text"));
        try (Reader reader = TextCharset.reader(path, charset)) {
            char[] buffer = new char[1 << 14];
            int n;
            while ((n = reader.read(buffer)) >= 0 && !text.isFull()) {
                text.append(CharBuffer.wrap(buffer, 0, n));
            }
        }
    }

    private static InvalidInput locked(StoredFile file) {
        return new InvalidInput(FIELD, "“" + file.fileName() + "”有密码保护，系统读不了内容。请去掉密码后再上传。");
    }

    private static InvalidInput damaged(StoredFile file, Throwable cause) {
        LOG.info(
                "no text from {} ({}): {}",
                file.digest(),
                file.mediaType(),
                cause.getClass().getSimpleName());
        return new InvalidInput(FIELD, "“" + file.fileName() + "”已损坏，读不出文字。请用原软件打开确认后重新保存再上传。");
    }
}
