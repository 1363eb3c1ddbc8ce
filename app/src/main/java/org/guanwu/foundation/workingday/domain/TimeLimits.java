package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.workingday.LimitUnit;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The time limit table, in all its versions. */
@Repository
public class TimeLimits {

    private static final RowMapper<TimeLimit> ROW = (row, n) -> new TimeLimit(
            row.getString("code"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getString("name"),
            row.getString("wing"),
            row.getInt("amount"),
            LimitUnit.valueOf(row.getString("unit")),
            row.getString("start_rule"),
            row.getString("pause_rule"),
            row.getString("restart_rule"),
            row.getInt("extension_cap"),
            row.getString("extension_rule"),
            row.getString("article"),
            row.getBoolean("is_statutory"));

    private final JdbcClient db;

    TimeLimits(JdbcClient db) {
        this.db = db;
    }

    /** the rule set follows the day on which the clock starts, not today */
    Optional<TimeLimit> find(String code, LocalDate startedOn) {
        return db.sql("""
                        select * from workingday.time_limit
                         where code = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                         order by valid_from desc limit 1""").params(code, startedOn, startedOn).query(ROW).optional();
    }

    TimeLimit getVersion(String code, LocalDate validFrom) {
        return db.sql("select * from workingday.time_limit where code = ? and valid_from = ?")
                .params(code, validFrom)
                .query(ROW)
                .optional()
                .orElseThrow(() -> new NotFound("time limit " + code));
    }

    List<TimeLimit> listInForce(LocalDate on) {
        return db.sql("""
                        select * from workingday.time_limit
                         where valid_from <= ? and (valid_to is null or valid_to >= ?) order by sort""").params(on, on).query(ROW).list();
    }

    public List<TimeLimit> listAll() {
        return db.sql("select * from workingday.time_limit order by sort, valid_from")
                .query(ROW)
                .list();
    }
}
