package org.guanwu.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows of every table as of one moment, by COPY in one REPEATABLE READ transaction: PostgreSQL's own dump program is
 * not part of the embedded server. The schema is not dumped; it is what the applied migrations make.
 */
final class DatabaseDump {

    /** the application writes this one itself when the migrations run again */
    static final String HISTORY = "flyway_schema_history";

    /** who was signed in then is not signed in after a restore */
    private static final String NOT_SESSIONS =
            "c.relname not in ('" + HISTORY + "') and c.relname not like '%spring_session%'";

    private final Connection connection;

    DatabaseDump(Connection connection) {
        this.connection = connection;
    }

    /** everything read afterwards is of this moment */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local timezone to 'UTC'");
            statement.execute("set local datestyle to 'ISO'");
            statement.execute("set local extra_float_digits to 3");
            statement.execute("set local statement_timeout to 0");
            statement.execute("set local search_path to pg_catalog");
        }
    }

    Manifest write(BackupWriter archive, String createdAt) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var tables = new ArrayList<Manifest.Table>();
        for (Manifest.Table table : listTables()) {
            String sql = "copy " + name(table) + " (" + columns(table) + ") to stdout";
            long[] rows = new long[1];
            archive.add(table.entry(), out -> {
                try {
                    rows[0] = copy.copyOut(sql, out);
                } catch (SQLException e) {
                    throw new IOException("table " + name(table), e);
                }
            });
            tables.add(new Manifest.Table(table.schema(), table.name(), table.columns(), rows[0], table.entry()));
        }
        return new Manifest(Manifest.FORMAT, createdAt, tables, listSequences(), List.of(), ledgerHead(), List.of());
    }

    /** scripts that made this schema, in the form of Flyway's history: paths below the migration folder */
    List<String> listMigrations() throws SQLException {
        return texts(
                "select script from public." + HISTORY + " where success and type = 'SQL' order by installed_rank");
    }

    List<String> listStoredFiles() throws SQLException {
        return texts("select digest from filestore.stored_file order by digest");
    }

    private List<Manifest.Table> listTables() throws SQLException {
        String sql = """
                select n.nspname, c.relname,
                       array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind = 'r' and c.relpersistence = 'p'
                  and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                """ + " and " + NOT_SESSIONS + " group by n.nspname, c.relname order by n.nspname, c.relname";
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var tables = new ArrayList<Manifest.Table>();
            while (rows.next()) {
                String schema = rows.getString(1);
                String table = rows.getString(2);
                List<String> columns = Arrays.asList((String[]) rows.getArray(3).getArray());
                String entry = Manifest.DATABASE + schema + "." + table + ".copy";
                tables.add(new Manifest.Table(schema, table, columns, 0, entry));
            }
            return tables;
        }
    }

    /** Read after the rows were fixed: a sequence may be ahead of them, never behind. */
    private List<Manifest.Sequence> listSequences() throws SQLException {
        var names = new ArrayList<Manifest.Sequence>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'S' and n.nspname not like 'pg\\_%' order by 1, 2""")) {
            while (rows.next()) {
                names.add(new Manifest.Sequence(rows.getString(1), rows.getString(2), 0, false));
            }
        }
        var sequences = new ArrayList<Manifest.Sequence>();
        for (Manifest.Sequence sequence : names) {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select last_value, is_called from "
                            + quoted(sequence.schema()) + "." + quoted(sequence.name()))) {
                row.next();
                sequences.add(
                        new Manifest.Sequence(sequence.schema(), sequence.name(), row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private Manifest.Ledger ledgerHead() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select seq, hash from audit.ledger_entry order by seq desc limit 1")) {
            return row.next()
                    ? new Manifest.Ledger(row.getLong(1), row.getString(2))
                    : new Manifest.Ledger(0, "0".repeat(64));
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    static String name(Manifest.Table table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }

    static String columns(Manifest.Table table) {
        return table.columns().stream().map(DatabaseDump::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
