package org.guanwu.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * {@code ./guanwu backup FILE}: database, stored files, keys and settings of a data directory in one file, consistent as of
 * one moment, while the application runs or when it is stopped. The file is read again from end to end before it gets
 * its name.
 *
 * <p>Arguments: {@code FILE DATA-DIRECTORY [--force]}. Exit code 0 done, 1 not done (nothing is left behind), 3 done, but stored
 * files were already damaged.
 */
public final class Backup {

    private final Path target;
    private final DataDirectory data;
    private final Clock clock;
    private final PrintStream out;

    Backup(Path target, DataDirectory data, Clock clock, PrintStream out) {
        this.target = target.toAbsolutePath().normalize();
        this.data = data;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(CommandLine.run(
                args,
                (file, directory, isForced, out) -> {
                    if (Files.exists(file) && !isForced) {
                        throw new OperationFailed(file + " 已经存在，没有覆盖。请换一个文件名，或加 --force。");
                    }
                    return new Backup(file, new DataDirectory(directory), Clock.systemUTC(), out).run();
                },
                new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** @return exit code */
    int run() throws IOException, SQLException {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new OperationFailed("目录 " + folder + " 不存在，备份没有做。");
        }
        var damaged = new ArrayList<String>();
        try (var archive = new BackupWriter(target);
                DataDirectory.Database database = data.open()) {
            out.println(database.isRunningElsewhere() ? "应用正在运行，在线备份" : "应用没有运行，已临时启动数据库");
            var dump = new DatabaseDump(database.connection());
            dump.begin();
            Manifest manifest = dump.write(
                    archive, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            addMigrations(archive, dump.listMigrations());
            addFiles(archive, dump.listStoredFiles(), damaged);
            database.connection().rollback();
            addOwnFiles(archive);
            archive.finish(manifest, damaged);
            BackupArchive.openVerified(archive.part()).close();
            archive.publish();
            report(manifest);
        }
        damaged.forEach(digest -> out.println("警告  文件 " + digest + " 在数据目录中已丢失或损坏，备份中没有"));
        return damaged.isEmpty() ? 0 : 3;
    }

    private void report(Manifest manifest) throws IOException {
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        out.println("数据表  " + manifest.tables().size() + " 张，" + rows + " 行");
        out.println(
                "审计账末条  " + manifest.ledger().seq() + ":" + manifest.ledger().hash());
        out.println("备份完成并已复核  " + target + "（" + Files.size(target) / 1024 + " KB）");
    }

    /** the very scripts that made this schema: a later version can then still restore it and migrate it on */
    private static void addMigrations(BackupWriter archive, List<String> scripts) throws IOException {
        for (String script : scripts) {
            Resource resource = new ClassPathResource("db/migration/" + script);
            if (!resource.exists()) {
                throw new OperationFailed("数据库比本程序新（不认识 " + script + "）。请用与数据库同一版本的程序备份。");
            }
            archive.add(Manifest.MIGRATIONS + script, to -> {
                try (InputStream in = resource.getInputStream()) {
                    in.transferTo(to);
                }
            });
        }
    }

    /** Each file is compared with its address while it is copied, so that a rotten disk is noticed here and not years later. */
    private void addFiles(BackupWriter archive, List<String> digests, List<String> damaged) throws IOException {
        for (String digest : digests) {
            Path relative = Path.of(digest.substring(0, 2), digest.substring(2, 4), digest);
            Path file = data.root().resolve("files").resolve(relative);
            if (!digest.equals(digestOf(file))) {
                damaged.add(digest);
                continue;
            }
            archive.add(Manifest.FILES + relative.toString().replace('\\', '/'), to -> Files.copy(file, to));
        }
        out.println("文件  " + (digests.size() - damaged.size()) + " 个");
    }

    private static String digestOf(Path file) throws IOException {
        var sha256 = BackupWriter.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                sha256.update(buffer, 0, n);
            }
        } catch (NoSuchFileException missing) {
            return "";
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void addOwnFiles(BackupWriter archive) throws IOException {
        for (Path relative : data.listOwnFiles()) {
            Path file = data.root().resolve(relative);
            if (!file.equals(target) && !file.equals(archive.part())) {
                archive.add(Manifest.DATA + relative.toString().replace('\\', '/'), to -> Files.copy(file, to));
            }
        }
    }
}
