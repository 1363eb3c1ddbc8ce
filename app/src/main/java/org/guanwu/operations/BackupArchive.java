package org.guanwu.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that has been read from end to end and found whole. */
final class BackupArchive implements AutoCloseable {

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupArchive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws OperationFailed when anything in it is missing, changed or surplus */
    static BackupArchive openVerified(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException damaged) {
            throw new OperationFailed("备份文件 " + file + " 已损坏或不完整，打不开。", damaged);
        }
        try {
            var archive = new BackupArchive(zip, manifest(zip, file));
            archive.verify(file);
            return archive;
        } catch (IOException damaged) {
            zip.close();
            throw new OperationFailed("备份文件 " + file + " 已损坏：" + damaged.getMessage(), damaged);
        } catch (OperationFailed | IllegalArgumentException damaged) {
            zip.close();
            throw damaged;
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new OperationFailed(file + " 不是本系统的备份文件，或备份没有做完。");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.shared().readValue(in.readAllBytes(), Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new OperationFailed(file + " 的备份格式是 " + manifest.format() + "，本程序只认 " + Manifest.FORMAT + "。");
            }
            return manifest;
        } catch (JacksonException damaged) {
            throw new OperationFailed("备份文件 " + file + " 的清单已损坏。", damaged);
        }
    }

    private void verify(Path file) throws IOException {
        var expected = new HashSet<String>();
        for (Manifest.Entry entry : manifest.entries()) {
            expected.add(entry.name());
            if (entry.name().contains("..") || entry.name().startsWith("/")) {
                throw new OperationFailed("备份文件 " + file + " 含有不安全的路径：" + entry.name());
            }
            if (!entry.sha256().equals(digest(entry.name()))) {
                throw new OperationFailed("备份文件 " + file + " 已损坏：" + entry.name() + " 与清单不符。");
            }
        }
        expected.add(Manifest.NAME);
        var surplus = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !expected.contains(name))
                .findFirst();
        if (surplus.isPresent()) {
            throw new OperationFailed("备份文件 " + file + " 里有清单之外的内容：" + surplus.get());
        }
        for (Manifest.Table table : manifest.tables()) {
            if (!expected.contains(table.entry())) {
                throw new OperationFailed("备份文件 " + file + " 缺少数据表 " + table.schema() + "." + table.name() + "。");
            }
        }
    }

    private String digest(String name) throws IOException {
        MessageDigest sha256 = BackupWriter.sha256();
        try (InputStream in = new DigestInputStream(open(name), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new OperationFailed("备份文件已损坏：缺少 " + name + "。");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
