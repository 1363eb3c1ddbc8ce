package org.guanwu.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.guanwu.assembly.DatabaseRoles;
import org.guanwu.assembly.EmbeddedDatabase;
import org.postgresql.PGConnection;

/** Makes the schema of the backup with the backup's own migrations, then loads every row in one transaction. */
final class DatabaseLoad {

    private final EmbeddedDatabase database;
    private final BackupArchive archive;

    DatabaseLoad(EmbeddedDatabase database, BackupArchive archive) {
        this.database = database;
        this.archive = archive;
    }

    void run(Path migrations) throws SQLException, IOException {
        DatabaseRoles.prepare(
                database.url("postgres"), database.superuser(), database.password(), DataDirectory.DATABASE);
        migrate(migrations);
        try (Connection connection = DriverManager.getConnection(
                database.url(DataDirectory.DATABASE), database.superuser(), database.password())) {
            connection.setAutoCommit(false);
            // as a replica: neither foreign keys nor the triggers of the append-only tables are asked again
            execute(connection, "set session_replication_role = replica");
            load(connection);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "set session_replication_role = origin");
            execute(connection, "analyze");
            execute(connection, "checkpoint");
        }
    }

    private void migrate(Path folder) throws IOException {
        for (Manifest.Entry entry : archive.manifest().entries()) {
            if (entry.name().startsWith(Manifest.MIGRATIONS)) {
                Path script = folder.resolve(entry.name().substring(Manifest.MIGRATIONS.length()));
                Files.createDirectories(script.getParent());
                try (InputStream in = archive.open(entry.name())) {
                    Files.copy(in, script);
                }
            }
        }
        try {
            Flyway.configure()
                    .dataSource(database.url(DataDirectory.DATABASE), DatabaseRoles.OWNER, database.password())
                    .locations("filesystem:" + folder)
                    .outOfOrder(true)
                    .initSql(DatabaseRoles.grants())
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new OperationFailed("备份中的建表脚本没有执行成功：" + failed.getMessage(), failed);
        }
    }

    private void load(Connection connection) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Manifest.Table table : archive.manifest().tables()) {
            execute(connection, "truncate " + DatabaseDump.name(table) + " cascade"); // rows seeded by migrations
        }
        for (Manifest.Table table : archive.manifest().tables()) {
            String sql = "copy " + DatabaseDump.name(table) + " (" + DatabaseDump.columns(table) + ") from stdin";
            long rows;
            try (InputStream in = archive.open(table.entry())) {
                rows = copy.copyIn(sql, in);
            }
            if (rows != table.rows()) {
                throw new OperationFailed("数据表 " + table.schema() + "." + table.name() + " 应有 " + table.rows()
                        + " 行，只装入 " + rows + " 行。");
            }
        }
        try (var setval = connection.prepareStatement("select setval(cast(? as regclass), ?, ?)")) {
            for (Manifest.Sequence sequence : archive.manifest().sequences()) {
                setval.setString(
                        1, DatabaseDump.quoted(sequence.schema()) + "." + DatabaseDump.quoted(sequence.name()));
                setval.setLong(2, sequence.lastValue());
                setval.setBoolean(3, sequence.isCalled());
                setval.execute();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
