package org.guanwu.foundation.filestore.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Bytes first, durably; then the row. So a row never points to nothing, whatever moment the power goes. */
@Component
class DiskFileStore implements FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(DiskFileStore.class);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final Path temporary;
    private final StoredFileRepository rows;

    DiskFileStore(@Value("${guanwu.data-dir:./data}/files") String directory, StoredFileRepository rows, Clock clock) {
        this.root = Path.of(directory).toAbsolutePath();
        this.temporary = root.resolve("tmp");
        this.rows = rows;
        try {
            Files.createDirectories(temporary);
            removeAbandoned(clock.instant().minus(ABANDONED));
        } catch (IOException e) {
            throw new UncheckedIOException("The file store at " + root + " cannot be written", e);
        }
    }

    @Override
    public StoredFile store(InputStream content, String fileName, UploadPolicy policy) {
        return store(content, fileName, policy, (_, _) -> {});
    }

    @Override
    public StoredFile store(InputStream content, String fileName, UploadPolicy policy, Consumer<String> screening) {
        return store(
                content,
                fileName,
                policy,
                (file, upload) -> screening.accept(FullTextExtraction.extract(file, upload)));
    }

    private StoredFile store(
            InputStream content, String fileName, UploadPolicy policy, BiConsumer<StoredFile, Path> screening) {
        String name = FileName.clean(fileName);
        try {
            Path upload = Files.createTempFile(temporary, "upload-", ".part");
            try {
                Received received = receive(content, upload, policy);
                String type = TypeDetection.detect(upload, policy.field());
                UploadCheck.check(type, name, policy);
                var file = new StoredFile(received.digest, type, received.size, name);
                screening.accept(file, upload);
                keep(upload, received);
                rows.add(file);
                return file;
            } finally {
                Files.deleteIfExists(upload);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be kept", e);
        }
    }

    @Override
    public Optional<StoredFile> find(String digest) {
        return isDigest(digest) ? rows.find(digest) : Optional.empty();
    }

    @Override
    public InputStream open(String digest) {
        try {
            return Files.newInputStream(path(digest));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + digest + " cannot be read", e);
        }
    }

    /** @throws NotFound for everything that is not the address of a stored file, paths included */
    Path path(String digest) {
        if (!isDigest(digest)) {
            throw new NotFound("file " + digest);
        }
        Path path = address(digest);
        if (!Files.isRegularFile(path)) {
            throw new NotFound("file " + digest);
        }
        return path;
    }

    private static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    private Path address(String digest) {
        return root.resolve(digest.substring(0, 2))
                .resolve(digest.substring(2, 4))
                .resolve(digest);
    }

    private record Received(String digest, long size) {}

    private static Received receive(InputStream content, Path upload, UploadPolicy policy) throws IOException {
        MessageDigest sha256 = sha256();
        long size = 0;
        try (FileChannel out = FileChannel.open(upload, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            int n;
            while ((n = content.read(buffer)) >= 0) {
                size += n;
                if (size > policy.maxSize()) {
                    throw new InvalidInput(
                            policy.field(), "文件超过 " + UploadCheck.size(policy.maxSize()) + "。请压缩图片或拆分后再上传。");
                }
                sha256.update(buffer, 0, n);
                var bytes = ByteBuffer.wrap(buffer, 0, n);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        if (size == 0) {
            throw new InvalidInput(policy.field(), "文件是空的（0 字节）。请确认选对了文件。");
        }
        return new Received(HexFormat.of().formatHex(sha256.digest()), size);
    }

    private void keep(Path upload, Received received) throws IOException {
        Path address = address(received.digest);
        if (Files.isRegularFile(address) && Files.size(address) == received.size) {
            return;
        }
        Files.createDirectories(address.getParent());
        try {
            Files.move(upload, address, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("files and files/tmp must lie on one file system", e);
        }
        for (Path directory = address.getParent();
                !directory.equals(root.getParent());
                directory = directory.getParent()) {
            force(directory);
        }
    }

    /** a rename is durable only when its directory is */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void removeAbandoned(Instant before) throws IOException {
        try (var uploads = Files.newDirectoryStream(temporary, "upload-*.part")) {
            for (Path upload : uploads) {
                if (Files.getLastModifiedTime(upload).toInstant().isBefore(before)) {
                    Files.deleteIfExists(upload);
                    LOG.info("removed an upload that was never finished: {}", upload.getFileName());
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
