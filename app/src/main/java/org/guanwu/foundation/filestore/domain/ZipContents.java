package org.guanwu.foundation.filestore.domain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.guanwu.foundation.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A zip container, looked into without unpacking it. The declared sizes are a first check only: they are written by
 * whoever made the file, so each entry is also counted while it is read.
 */
final class ZipContents implements AutoCloseable {

    private static final int MOST_ENTRIES = 20_000;
    private static final long LARGEST_CONTENT = 1L << 30;
    private static final long LARGEST_ENTRY = 300L << 20;
    private static final long SUSPICIOUS_FROM = 20L << 20;
    private static final long HIGHEST_RATIO = 200;

    private final ZipFile zip;

    private ZipContents(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws InvalidInput when it is damaged or made to exhaust the machine */
    static ZipContents open(Path file, String field) {
        try {
            var contents = new ZipContents(new ZipFile(file.toFile()));
            contents.guard(field);
            return contents;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new InvalidInput(field, "文件已损坏，打不开。请用原软件打开确认后重新保存再上传。");
        }
    }

    private void guard(String field) throws IOException {
        long content = 0;
        long packed = 0;
        boolean isTooMuch = zip.size() > MOST_ENTRIES;
        var entries = zip.entries();
        while (!isTooMuch && entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            content += Math.max(0, entry.getSize());
            packed += Math.max(0, entry.getCompressedSize());
            isTooMuch = content > LARGEST_CONTENT
                    || content > SUSPICIOUS_FROM && content / Math.max(1, packed) > HIGHEST_RATIO;
        }
        if (isTooMuch) {
            zip.close();
            throw new InvalidInput(field, "文件压缩得异常，展开后过大，为保护系统不予接收。请另存一份正常大小的文件。");
        }
    }

    boolean has(String entry) {
        return find(entry).isPresent();
    }

    /** with or without a leading slash, as both occur in OFD paths */
    private Optional<ZipEntry> find(String name) {
        return Optional.ofNullable(zip.getEntry(name.startsWith("/") ? name.substring(1) : name));
    }

    /** @return null when there is no such entry */
    @Nullable
    InputStream open(String entry) throws IOException {
        Optional<ZipEntry> found = find(entry);
        return found.isEmpty() ? null : new Counted(zip.getInputStream(found.get()));
    }

    List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends FilterInputStream {

        private long left = LARGEST_ENTRY;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            left -= n;
            if (left < 0) {
                throw new IOException("entry larger than allowed");
            }
        }
    }
}
