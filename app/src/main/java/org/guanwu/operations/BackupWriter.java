package org.guanwu.operations;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes beside the wanted name and takes it over at the end: under the name there is a whole backup or none. */
final class BackupWriter implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    BackupWriter(Path target) throws IOException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        // the backup holds keys: nobody but the operator may read it, from the first byte on
        this.channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    Path part() {
        return part;
    }

    Manifest.Entry add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(zip);
        content.writeTo(counted);
        zip.closeEntry();
        var entry = new Manifest.Entry(name, counted.size, HexFormat.of().formatHex(counted.sha256.digest()));
        entries.add(entry);
        return entry;
    }

    /** the manifest, durably, under the wanted name */
    void finish(Manifest manifest, List<String> damagedFiles) throws IOException {
        var complete = new Manifest(
                manifest.format(),
                manifest.createdAt(),
                manifest.tables(),
                manifest.sequences(),
                List.copyOf(entries),
                manifest.ledger(),
                damagedFiles);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JsonMapper.shared().writeValueAsBytes(complete));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
    }

    void publish() throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Counted extends FilterOutputStream {

        private final MessageDigest sha256 = sha256();
        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            sha256.update((byte) b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            sha256.update(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() {}
    }
}
