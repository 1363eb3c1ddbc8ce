package org.guanwu.assembly;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A real, durable PostgreSQL from a Maven artifact, in the data directory, used when no external database is set.
 *
 * <p>The artifact's defaults are for tests: no fsync, asynchronous commit, trust for every local user. All three are
 * turned round here. A postmaster left over from a killed process is stopped first, since it would hold the lock file.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final String password;
    private final FileChannel lock;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password, FileChannel lock) {
        this.postgres = postgres;
        this.password = password;
        this.lock = lock;
    }

    /**
     * @param isDurable false only for tests, which may lose their data
     * @throws IOException when the server cannot be unpacked or started; the message says what to do
     */
    public static EmbeddedDatabase start(Path directory, boolean isDurable) throws IOException {
        Path data = directory.resolve("pg").toAbsolutePath();
        Files.createDirectories(directory);
        FileChannel lock = lock(directory);
        stopOrphan(data);
        Path passwordFile = directory.resolve("pg.password");
        @Nullable
        String known = Files.exists(data.resolve("PG_VERSION")) && Files.exists(passwordFile)
                ? Files.readString(passwordFile).strip()
                : null;
        String onOff = isDurable ? "on" : "off";
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        directory.resolve("pgbin").toAbsolutePath().toFile())
                .setServerConfig("fsync", onOff)
                .setServerConfig("synchronous_commit", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("max_connections", "80")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(Duration.ofSeconds(60));
        if (known != null) {
            builder.setConnectConfig("password", known);
        }
        EmbeddedPostgres postgres = builder.start();
        return new EmbeddedDatabase(postgres, known != null ? known : secure(postgres, data, passwordFile), lock);
    }

    private static String secure(EmbeddedPostgres postgres, Path data, Path passwordFile) throws IOException {
        String password = UUID.randomUUID().toString();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password);
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("The new database could not be given its password", e);
        }
        return password;
    }

    /** one process a directory: a second one would take the first one's server for a leftover; a kill frees the lock */
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException(
                    "The data directory " + directory + " is in use by another running Guanwu. Stop it first,"
                            + " or choose another directory with --data.");
        }
        return channel;
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var orphan = ProcessHandle.of(pid)
                .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false));
        if (orphan.isEmpty()) {
            return;
        }
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            orphan.get().destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IOException("The database left over from the last run could not be stopped", e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }

    public String superuser() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.close();
    }
}
