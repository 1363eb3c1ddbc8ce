package org.guanwu.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import org.guanwu.assembly.EmbeddedDatabase;
import org.guanwu.foundation.audit.LedgerInspection;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code ./guanwu restore FILE}: makes a data directory from a backup. The backup is read to its end first; everything is
 * built beside the directory, the ledger is verified there, and only then the two change places. Whatever fails before leaves the directory as it
 * was; what was there is kept under another name.
 *
 * <p>Arguments: {@code FILE DATA-DIRECTORY [--force]}. Exit code 0 done, 1 not done.
 */
public final class Restore {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault());

    private final Path file;
    private final DataDirectory data;
    private final boolean isForced;
    private final Clock clock;
    private final PrintStream out;

    Restore(Path file, DataDirectory data, boolean isForced, Clock clock, PrintStream out) {
        this.file = file;
        this.data = data;
        this.isForced = isForced;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(CommandLine.run(
                args,
                (file, directory, isForced, out) ->
                        new Restore(file, new DataDirectory(directory), isForced, Clock.systemUTC(), out).run(),
                new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** @return exit code */
    int run() throws IOException, SQLException {
        if (!Files.isRegularFile(file)) {
            throw new OperationFailed("没有备份文件 " + file + "。");
        }
        refuseWhatIsInUse();
        String stamp = STAMP.format(clock.instant());
        Path fresh = data.root().resolveSibling(data.root().getFileName() + ".restoring-" + stamp);
        try (BackupArchive archive = BackupArchive.openVerified(file)) {
            out.println("备份文件完整，" + archive.manifest().createdAt() + " 制作");
            boolean isSwapped = false;
            try {
                build(archive, fresh);
                swap(fresh, stamp);
                isSwapped = true;
            } finally {
                if (!isSwapped) {
                    delete(fresh);
                }
            }
            archive.manifest().damagedFiles().forEach(digest -> out.println("警告  文件 " + digest + " 在备份时就已丢失或损坏"));
        }
        out.println("恢复完成  " + data.root() + "；检索索引在下次启动时重建，所有人需重新登录");
        return 0;
    }

    private void refuseWhatIsInUse() throws IOException, SQLException {
        Integer port = data.runningPort();
        if (port != null && data.isInUse(port)) {
            throw new OperationFailed("应用正在使用 " + data.root() + "，请先停止。没有任何内容被改动。");
        }
        if (!data.isEmpty() && !isForced) {
            throw new OperationFailed(data.root() + " 里已有数据，没有恢复。加 --force 则把现有目录改名保留，再恢复。");
        }
        if (port != null) {
            data.stopOrphan();
        }
    }

    private void build(BackupArchive archive, Path fresh) throws IOException, SQLException {
        Files.createDirectories(fresh);
        Path migrations = fresh.resolve("tmp").resolve("migrations");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(fresh, true)) {
            new DatabaseLoad(database, archive).run(migrations);
            verifyLedger(database, archive.manifest().ledger());
        }
        delete(fresh.resolve("tmp"));
        for (Manifest.Entry entry : archive.manifest().entries()) {
            if (entry.name().startsWith(Manifest.FILES)) {
                copy(archive, entry, fresh.resolve(entry.name()));
            } else if (entry.name().startsWith(Manifest.DATA)) {
                Path copied = copy(archive, entry, fresh.resolve(entry.name().substring(Manifest.DATA.length())));
                Files.setPosixFilePermissions(copied, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private static Path copy(BackupArchive archive, Manifest.Entry entry, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream in = archive.open(entry.name())) {
            Files.copy(in, to);
        }
        try (FileChannel written = FileChannel.open(to, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return to;
    }

    private void verifyLedger(EmbeddedDatabase database, Manifest.Ledger head) {
        var report = LedgerInspection.inspect(new DriverManagerDataSource(
                database.url(DataDirectory.DATABASE), database.superuser(), database.password()));
        if (report.broken() != null) {
            throw new OperationFailed("恢复出的审计账不完整：" + report.broken());
        }
        if (report.count() != head.seq()
                || report.count() > 0 && !report.headHash().equals(head.hash())) {
            throw new OperationFailed("恢复出的审计账与备份清单记载的末条不符。");
        }
        out.println("审计账核验一致  " + head.seq() + ":" + head.hash());
    }

    /** Two renames within one directory. If the second fails the first is taken back. */
    private void swap(Path fresh, String stamp) throws IOException {
        Path root = data.root();
        if (data.isEmpty()) {
            Files.deleteIfExists(root);
            Files.move(fresh, root, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path old = root.resolveSibling(root.getFileName() + ".before-restore-" + stamp);
        Files.move(root, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(fresh, root, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.move(old, root, StandardCopyOption.ATOMIC_MOVE);
            throw failed;
        }
        out.println("原有数据保留在  " + old);
    }

    private static void delete(Path directory) throws IOException {
        try (var walk = Files.walk(directory)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (NoSuchFileException alreadyGone) {
            // nothing was built yet
        }
    }
}
