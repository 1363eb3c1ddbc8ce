package org.guanwu.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.assembly.EmbeddedDatabase;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.shared.Matter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class BackupRestoreTests {

    private final Ledger ledger;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final Path running;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
    private StoredFile stored;

    @TempDir
    private Path scratch;

    BackupRestoreTests(
            Ledger ledger,
            FileStore files,
            PlatformTransactionManager transactions,
            @Value("${guanwu.data-dir}") String dataDir) {
        this.ledger = ledger;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.running = Path.of(dataDir);
    }

    @BeforeEach
    void something() throws IOException {
        String text = "云州海关\t制表\\反斜杠\n换行 " + UUID.randomUUID();
        stored = files.store(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "说明.txt",
                UploadPolicy.attachment("file"));
        transaction.executeWithoutResult(s -> ledger.record(
                Act.bySystem("test.acted", new Matter("test", 1), Map.of("文号", "〔2026〕\t1\\N号\n", "空", ""))));
        Files.createDirectories(running.resolve("keys"));
        Files.writeString(running.resolve("keys").resolve("test.key"), "secret");
    }

    private Path backup(Path data, String name) throws IOException, SQLException {
        Path file = scratch.resolve(name);
        assertThat(new Backup(file, new DataDirectory(data), Clock.systemUTC(), out).run())
                .isZero();
        return file;
    }

    private int restore(Path file, Path to, boolean isForced) throws IOException, SQLException {
        return new Restore(file, new DataDirectory(to), isForced, Clock.systemUTC(), out).run();
    }

    private String said() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Long> counts(Manifest manifest) {
        var counts = new HashMap<String, Long>();
        manifest.tables().forEach(table -> counts.put(table.schema() + "." + table.name(), table.rows()));
        return counts;
    }

    @Test
    void aBackupOfTheRunningApplicationBecomesTheSameDataElsewhere() throws IOException, SQLException {
        Path file = backup(running, "a.gwb");
        assertThat(said()).contains("正在运行", "备份完成并已复核");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Path elsewhere = scratch.resolve("elsewhere");
        assertThat(restore(file, elsewhere, false)).isZero();
        assertThat(said()).contains("审计账核验一致");
        assertThat(elsewhere
                        .resolve("files")
                        .resolve(stored.digest().substring(0, 2))
                        .resolve(stored.digest().substring(2, 4))
                        .resolve(stored.digest()))
                .hasSameBinaryContentAs(running.resolve("files")
                        .resolve(stored.digest().substring(0, 2))
                        .resolve(stored.digest().substring(2, 4))
                        .resolve(stored.digest()));
        assertThat(elsewhere.resolve("keys").resolve("test.key")).hasContent("secret");

        Path again = backup(elsewhere, "b.gwb");
        assertThat(said()).contains("没有运行");
        try (var first = BackupArchive.openVerified(file);
                var second = BackupArchive.openVerified(again)) {
            assertThat(counts(second.manifest())).isEqualTo(counts(first.manifest()));
            assertThat(second.manifest().ledger()).isEqualTo(first.manifest().ledger());
            assertThat(second.manifest().sequences()).isEqualTo(first.manifest().sequences());
            assertThat(counts(first.manifest()).get("audit.ledger_entry")).isPositive();
            Map<String, String> before = digests(first.manifest());
            assertThat(digests(second.manifest())).containsAllEntriesOf(before);
        }
        theProductRoleIsStillBound(elsewhere);
    }

    private static Map<String, String> digests(Manifest manifest) {
        var digests = new HashMap<String, String>();
        manifest.entries().stream()
                .filter(entry ->
                        entry.name().startsWith(Manifest.FILES) || entry.name().startsWith(Manifest.DATA))
                .forEach(entry -> digests.put(entry.name(), entry.sha256()));
        return digests;
    }

    private static void theProductRoleIsStillBound(Path directory) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, true)) {
            var product = JdbcClient.create(
                    new DriverManagerDataSource(database.url("guanwu"), "guanwu", database.password()));
            assertThat(product.sql("select count(*) from audit.ledger_entry")
                            .query(Long.class)
                            .single())
                    .isPositive();
            assertThatThrownBy(
                            () -> product.sql("delete from audit.ledger_entry").update())
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            var owner = JdbcClient.create(
                    new DriverManagerDataSource(database.url("guanwu"), "guanwu_owner", database.password()));
            assertThatThrownBy(() -> owner.sql("delete from audit.ledger_entry").update())
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23001"));
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndNothingIsTouched() throws IOException, SQLException {
        byte[] good = Files.readAllBytes(backup(running, "good.gwb"));
        Path target = scratch.resolve("target");
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(scratch.resolve("bad.gwb"), bad);
            try {
                BackupArchive.openVerified(file).close();
            } catch (OperationFailed refused) {
                assertThatThrownBy(() -> restore(file, target, false)).isInstanceOf(OperationFailed.class);
            }
            assertThat(target).doesNotExist();
        }
        Path half = Files.write(scratch.resolve("half.gwb"), java.util.Arrays.copyOf(good, good.length / 2));
        assertThatThrownBy(() -> restore(half, target, false))
                .isInstanceOf(OperationFailed.class)
                .hasMessageContaining("损坏");
        for (String content : List.of("", "not a zip")) {
            Path other = Files.writeString(scratch.resolve("other"), content);
            assertThatThrownBy(() -> restore(other, target, false)).isInstanceOf(OperationFailed.class);
        }
        assertThatThrownBy(() -> restore(scratch.resolve("missing"), target, false))
                .isInstanceOf(OperationFailed.class);
        assertThat(target).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void dataThatIsThereIsNeverOverwritten() throws IOException, SQLException {
        Path file = backup(running, "c.gwb");
        Path target = Files.createDirectories(scratch.resolve("target"));
        Files.writeString(target.resolve("valuable"), "data");
        assertThatThrownBy(() -> restore(file, target, false))
                .isInstanceOf(OperationFailed.class)
                .hasMessageContaining("--force");
        assertThat(target.resolve("valuable")).hasContent("data");

        assertThat(restore(file, target, true)).isZero();
        assertThat(target.resolve("pg").resolve("PG_VERSION")).exists();
        try (var kept = Files.newDirectoryStream(scratch, "target.before-restore-*")) {
            assertThat(kept.iterator().next().resolve("valuable")).hasContent("data");
        }
        assertThatThrownBy(() -> restore(file, running, true))
                .isInstanceOf(OperationFailed.class)
                .hasMessageContaining("请先停止");
    }

    @Test
    void theServerThatAKilledApplicationLeftBehindIsNoObstacle() throws IOException, SQLException {
        Path file = backup(running, "e.gwb");
        Path target = scratch.resolve("target");
        assertThat(restore(file, target, false)).isZero();
        EmbeddedDatabase orphan = EmbeddedDatabase.start(target, true);
        try {
            assertThat(new DataDirectory(target).runningPort()).isNotNull();
            assertThatThrownBy(() -> restore(file, target, false)).hasMessageContaining("--force");
            assertThat(restore(file, target, true)).isZero();
            assertThat(new DataDirectory(target).runningPort()).isNull();
        } finally {
            orphan.close();
        }
    }

    @Test
    void aStoredFileThatRottedIsToldAndLeftOut() throws IOException, SQLException {
        Path address = running.resolve("files")
                .resolve(stored.digest().substring(0, 2))
                .resolve(stored.digest().substring(2, 4))
                .resolve(stored.digest());
        byte[] good = Files.readAllBytes(address);
        try {
            Files.writeString(address, "rotten");
            Path file = scratch.resolve("rotten.gwb");
            assertThat(new Backup(file, new DataDirectory(running), Clock.systemUTC(), out).run())
                    .isEqualTo(3);
            assertThat(said()).contains("警告", stored.digest());
            try (var archive = BackupArchive.openVerified(file)) {
                assertThat(archive.manifest().damagedFiles()).containsExactly(stored.digest());
            }
        } finally {
            Files.write(address, good);
        }
    }

    @Test
    void theCommandLineSaysWhatIsWrongInOneSentence() throws IOException {
        Path existing = Files.writeString(scratch.resolve("existing.gwb"), "x");
        assertThat(CommandLine.run(new String[] {"x"}, (f, d, forced, o) -> 0, out))
                .isEqualTo(2);
        assertThat(CommandLine.run(new String[] {"x", "y", "--what"}, (f, d, forced, o) -> 0, out))
                .isEqualTo(2);
        assertThat(CommandLine.run(
                        new String[] {existing.toString(), scratch.toString()},
                        (f, d, forced, o) -> new Backup(f, new DataDirectory(d), Clock.systemUTC(), o).run(),
                        out))
                .isEqualTo(1);
        assertThat(said()).contains("没有内置数据库");
        assertThat(existing).hasContent("x");
        assertThat(leftovers()).isEmpty();
    }

    private List<Path> leftovers() throws IOException {
        try (var list = Files.list(scratch)) {
            return list.filter(path -> path.toString().contains(".restoring-")
                            || path.toString().endsWith(".part"))
                    .toList();
        }
    }
}
