package org.guanwu.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.guanwu.assembly.DatabaseRoles;
import org.guanwu.assembly.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/** The data directory as the operator's commands see it. */
final class DataDirectory {

    static final String DATABASE = "guanwu";
    static final String SUPERUSER = "postgres";

    /** the database is dumped, files are copied one by one, the index and the binaries are made anew */
    private static final Set<String> NOT_COPIED =
            Set.of("pg", "pgbin", "pg.password", "files", "lucene", "tmp", "logs", "in-use.lock");

    private static final int ATTEMPTS = 20;

    private final Path root;

    DataDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    boolean exists() {
        return Files.isDirectory(root);
    }

    boolean isEmpty() throws IOException {
        if (!Files.exists(root)) {
            return true;
        }
        if (!Files.isDirectory(root)) {
            throw new OperationFailed(root + " 不是目录。");
        }
        try (var list = Files.list(root)) {
            return list.findAny().isEmpty();
        }
    }

    /** keys and settings: everything that belongs to nobody else, relative to the root */
    List<Path> listOwnFiles() throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .map(root::relativize)
                    .filter(file -> !NOT_COPIED.contains(file.getName(0).toString()))
                    .sorted()
                    .toList();
        }
    }

    boolean hasDatabase() {
        return Files.exists(root.resolve("pg").resolve("PG_VERSION"));
    }

    /** port of the database server that runs on this directory now; null when none does */
    @Nullable
    Integer runningPort() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile());
        } catch (NoSuchFileException notRunning) {
            return null;
        }
        if (lines.size() < 4) {
            return null;
        }
        boolean isAlive = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
        return isAlive ? Integer.valueOf(lines.get(3).strip()) : null;
    }

    /** whether an application is connected to the running server; one that was killed leaves its server behind */
    boolean isInUse(int port) throws IOException, SQLException {
        try (Connection connection = connect(port);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where usename = '" + DatabaseRoles.PRODUCT + "'")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }

    /** Asks the server that a killed application left behind to shut down, and waits until it has. */
    void stopOrphan() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        for (int attempt = 0; attempt < 2 * ATTEMPTS; attempt++) {
            if (runningPort() == null) {
                return;
            }
            pause();
        }
        throw new OperationFailed("留下的数据库进程 " + pid + " 停不下来，没有任何内容被改动。");
    }

    private Path pidFile() {
        return root.resolve("pg").resolve("postmaster.pid");
    }

    /** The database of this directory: the running one, or one started for as long as this is open. */
    Database open() throws IOException, SQLException {
        if (!hasDatabase()) {
            throw new OperationFailed("目录 " + root + " 里没有内置数据库。使用外部数据库的，请用数据库自己的备份工具。");
        }
        Integer port = runningPort();
        if (port != null) {
            return new Database(null, connect(port));
        }
        EmbeddedDatabase started = EmbeddedDatabase.start(root, true);
        try {
            return new Database(
                    started, DriverManager.getConnection(started.url(DATABASE), SUPERUSER, started.password()));
        } catch (SQLException e) {
            started.close();
            throw e;
        }
    }

    private Connection connect(int port) throws IOException, SQLException {
        String password = Files.readString(root.resolve("pg.password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        for (int attempt = 1; ; attempt++) {
            try {
                return DriverManager.getConnection(url, SUPERUSER, password);
            } catch (SQLException starting) {
                if (attempt == ATTEMPTS) {
                    throw starting;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OperationFailed("已中断。", stopped);
        }
    }

    /** @param started null when somebody else's server is used */
    record Database(@Nullable EmbeddedDatabase started, Connection connection) implements AutoCloseable {

        boolean isRunningElsewhere() {
            return started == null;
        }

        @Override
        public void close() throws IOException, SQLException {
            connection.close();
            if (started != null) {
                started.close();
            }
        }
    }
}
