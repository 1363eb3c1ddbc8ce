package org.guanwu.foundation.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private static final String SELECT = "select * from identity.account ";

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** a nul cannot be stored, not even compared */
    static String normal(String name) {
        return name.replace("\0", "").strip().toLowerCase(Locale.ROOT);
    }

    Optional<Account> find(long id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(AccountRepository::read)
                .optional();
    }

    Account get(long id) {
        return find(id).orElseThrow(() -> new NotFound("account " + id));
    }

    Optional<Account> findByName(String name) {
        return jdbc.sql(SELECT + "where name = ?")
                .param(normal(name))
                .query(AccountRepository::read)
                .optional();
    }

    Optional<Account> findByPerson(long personId) {
        // negative: the account of an administrator who is nobody of the organization yet
        return personId < 0
                ? find(-personId).filter(a -> a.personId() == null)
                : jdbc.sql(SELECT + "where person_id = ?")
                        .param(personId)
                        .query(AccountRepository::read)
                        .optional();
    }

    Optional<Account> findByExternalId(String externalId) {
        return jdbc.sql(SELECT + "where external_id = ?")
                .param(externalId)
                .query(AccountRepository::read)
                .optional();
    }

    /** Serializes changes to one account: password, second factor, recovery codes. */
    Account lock(long id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(AccountRepository::read)
                .optional()
                .orElseThrow(() -> new NotFound("account " + id));
    }

    long insert(
            String name,
            String displayName,
            @Nullable Long personId,
            @Nullable String externalId,
            @Nullable String passwordHash,
            boolean mustChange,
            Instant now) {
        long id = jdbc.sql("""
                        insert into identity.account (name, display_name, person_id, external_id, password_hash,
                          password_changed_at, must_change_password, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(name)
                .param(displayName)
                .param(personId)
                .param(externalId)
                .param(passwordHash)
                .param(passwordHash == null ? null : Timestamp.from(now))
                .param(mustChange)
                .param(Timestamp.from(now))
                .query(Long.class)
                .single();
        if (passwordHash != null) {
            remember(id, passwordHash, now);
        }
        return id;
    }

    void changePassword(long id, String hash, boolean mustChange, Instant now) {
        jdbc.sql("""
                        update identity.account set password_hash = ?, password_changed_at = ?,
                          must_change_password = ?, version = version + 1 where id = ?""").params(hash, Timestamp.from(now), mustChange, id).update();
        remember(id, hash, now);
    }

    private void remember(long id, String hash, Instant now) {
        jdbc.sql("insert into identity.password_history (account_id, password_hash, set_at) values (?, ?, ?)")
                .params(id, hash, Timestamp.from(now))
                .update();
    }

    List<String> listFormerPasswords(long id, int limit) {
        return jdbc.sql(
                        "select password_hash from identity.password_history where account_id = ? order by id desc limit ?")
                .params(id, limit)
                .query(String.class)
                .list();
    }

    void changeState(long id, boolean isActive) {
        jdbc.sql("update identity.account set state = ?, version = version + 1 where id = ?")
                .params(isActive ? "ACTIVE" : "DISABLED", id)
                .update();
    }

    void recordSignIn(long id, Instant now) {
        jdbc.sql("update identity.account set last_signed_in_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("display_name"),
                row.getObject("person_id", Long.class),
                row.getString("external_id"),
                row.getString("state").equals("ACTIVE"),
                row.getString("password_hash"),
                instant(row, "password_changed_at"),
                row.getBoolean("must_change_password"),
                row.getString("totp_secret"),
                instant(row, "totp_confirmed_at"),
                row.getLong("totp_last_step"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "last_signed_in_at"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
