package org.guanwu.foundation.workingday.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the changes in force in the order in which they took effect. */
@Repository
class CalendarRepository {

    private final JdbcClient db;

    CalendarRepository(JdbcClient db) {
        this.db = db;
    }

    /** a roll-back raises it too, hence not only what is in force */
    long revision() {
        return db.sql("select coalesce(max(effect_order), 0) from workingday.calendar_change")
                .query(Long.class)
                .single();
    }

    List<CalendarFold.Layer> listInForce() {
        var days = new LinkedHashMap<Long, List<CalendarFold.Entry>>();
        db.sql("""
                        select d.change_id, d.date, d.kind, d.name from workingday.calendar_day d
                          join workingday.calendar_change c on c.id = d.change_id
                         where c.status = 'IN_FORCE' order by d.change_id, d.date""").query(row -> {
            days.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(entry(row));
        });
        return db.sql("""
                        select id, year, kind, notice_number, title, address from workingday.calendar_change
                         where status = 'IN_FORCE' and kind <> 'ROLL_BACK' order by effect_order""")
                .query((row, n) -> new CalendarFold.Layer(
                        new Notice(
                                row.getLong("id"),
                                row.getInt("year"),
                                row.getString("notice_number"),
                                row.getString("title"),
                                row.getString("address")),
                        CalendarChange.Kind.valueOf(row.getString("kind")) == CalendarChange.Kind.YEAR,
                        days.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    List<CalendarFold.Entry> listDays(long changeId) {
        return db.sql(
                        "select change_id, date, kind, name from workingday.calendar_day where change_id = ? order by date")
                .param(changeId)
                .query((row, n) -> entry(row))
                .list();
    }

    void replaceDays(long changeId, List<CalendarFold.Entry> entries) {
        db.sql("delete from workingday.calendar_day where change_id = ?")
                .param(changeId)
                .update();
        for (CalendarFold.Entry entry : entries) {
            db.sql("insert into workingday.calendar_day (change_id, date, kind, name) values (?, ?, ?, ?)")
                    .params(changeId, entry.date(), entry.kind().name(), entry.name())
                    .update();
        }
    }

    Calendar load() {
        return CalendarFold.of(revision(), listInForce());
    }

    private static CalendarFold.Entry entry(ResultSet row) throws SQLException {
        return new CalendarFold.Entry(
                row.getObject("date", LocalDate.class),
                ListedDay.Kind.valueOf(row.getString("kind")),
                row.getString("name"));
    }
}
