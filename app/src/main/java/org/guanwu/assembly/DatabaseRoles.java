package org.guanwu.assembly;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Two roles, so that the product cannot rewrite its own history: {@code guanwu_owner} owns the schemas and migrates,
 * {@code guanwu} is what the product runs as. Migrations take UPDATE and DELETE on append-only tables away from it.
 */
public final class DatabaseRoles {

    public static final String OWNER = "guanwu_owner";
    public static final String PRODUCT = "guanwu";

    private DatabaseRoles() {}

    /** Safe to repeat. Must run as a superuser, once per database. */
    public static void prepare(String adminUrl, String admin, String password, String database) throws SQLException {
        try (var connection = DriverManager.getConnection(adminUrl, admin, password)) {
            for (String role : new String[] {OWNER, PRODUCT}) {
                if (!exists(connection, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    execute(connection, "create role " + role + " login");
                }
                execute(connection, "alter role " + role + " password '" + password + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = '" + database + "'")) {
                execute(
                        connection,
                        "create database " + database + " owner " + OWNER
                                + " encoding 'UTF8' locale_provider icu icu_locale 'zh-x-icu' template template0");
            }
        }
    }

    /** SQL run by the owner before the first migration, so that each new schema and table is usable by the product. */
    public static String grants() {
        return """
                alter default privileges for role %1$s grant usage on schemas to %2$s;
                alter default privileges for role %1$s grant select, insert, update, delete on tables to %2$s;
                alter default privileges for role %1$s grant usage, select on sequences to %2$s;
                alter default privileges for role %1$s grant execute on functions to %2$s;
                """.formatted(OWNER, PRODUCT);
    }

    private static boolean exists(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
