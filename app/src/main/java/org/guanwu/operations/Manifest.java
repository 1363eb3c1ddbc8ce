package org.guanwu.operations;

import java.util.List;

/**
 * What a backup holds; the last entry written, so that a backup without it is unfinished.
 *
 * @param entries every other entry of the archive with its digest
 * @param damagedFiles stored files that were already missing or changed in the data directory when the backup was made
 */
record Manifest(
        String format,
        String createdAt,
        List<Table> tables,
        List<Sequence> sequences,
        List<Entry> entries,
        Ledger ledger,
        List<String> damagedFiles) {

    static final String FORMAT = "guanwu-backup/1";
    static final String NAME = "manifest.json";
    static final String DATABASE = "database/";
    static final String MIGRATIONS = "migrations/";
    static final String FILES = "files/";
    static final String DATA = "data/";

    /** @param entry name of the archive entry with the rows in PostgreSQL's COPY text format */
    record Table(String schema, String name, List<String> columns, long rows, String entry) {}

    record Sequence(String schema, String name, long lastValue, boolean isCalled) {}

    record Entry(String name, long size, String sha256) {}

    /** the head of the audit ledger inside the backup */
    record Ledger(long seq, String hash) {}
}
