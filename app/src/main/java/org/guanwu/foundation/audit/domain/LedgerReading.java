package org.guanwu.foundation.audit.domain;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** 查阅: the newest entries first, narrowed by what an auditor asks: who, what, on which thing, when. */
@Service
public class LedgerReading {

    private static final int PAGE = 100;
    private static final Pattern MATTER = Pattern.compile("([a-z][a-z-]*):(\\d{1,18})");
    private static final Pattern TYPE = Pattern.compile("[a-z]+(-[a-z]+)*");

    private final JdbcClient jdbc;
    private final LedgerRepository entries;

    LedgerReading(JdbcClient jdbc, LedgerRepository entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /**
     * In the order of the chain; within dates in the order of time, which is the same but for a clock put right, and lets
     * the dates be found without walking back through the years.
     */
    public Page<LedgerEntry> list(Actor actor, LedgerFilter filter, @Nullable String cursor) {
        require(actor);
        boolean isByTime = filter.from() != null || filter.to() != null;
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions.add(isByTime ? "(at, seq) < (:beforeTime, :before)" : "seq < :before");
        Position before = Position.of(cursor);
        values.put("beforeTime", before.at);
        values.put("before", before.seq);
        byPersonAndAct(filter, conditions, values);
        byObject(filter.object(), conditions, values);
        byDate(filter, conditions, values);
        List<LedgerEntry> rows = jdbc.sql("select " + LedgerRepository.COLUMNS + " from audit.ledger_entry where "
                        + String.join(" and ", conditions) + " order by " + (isByTime ? "at desc, " : "")
                        + "seq desc limit " + (PAGE + 1))
                .params(values)
                .query(LedgerRepository::entry)
                .list();
        boolean hasMore = rows.size() > PAGE;
        List<LedgerEntry> shown = hasMore ? rows.subList(0, PAGE) : rows;
        return new Page<>(shown, hasMore ? Position.cursor(shown.getLast()) : null, null);
    }

    private record Position(OffsetDateTime at, long seq) {

        private static final OffsetDateTime END = OffsetDateTime.parse("9999-01-01T00:00:00Z");

        static String cursor(LedgerEntry last) {
            return Cursor.of(LedgerEntry.time(last.at()), last.seq());
        }

        static Position of(@Nullable String cursor) {
            if (cursor == null || cursor.isEmpty()) {
                return new Position(END, Long.MAX_VALUE);
            }
            List<String> values = Cursor.parse(cursor, 2);
            try {
                return new Position(OffsetDateTime.parse(values.get(0)), Long.parseLong(values.get(1)));
            } catch (NumberFormatException | DateTimeParseException notOurs) {
                throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
            }
        }
    }

    public LedgerEntry get(Actor actor, long seq) {
        require(actor);
        return entries.find(seq).orElseThrow(() -> new NotFound("ledger entry " + seq));
    }

    /** every code that occurs, by stepping from one to the next in the index instead of reading every entry */
    public List<String> listActs(Actor actor) {
        require(actor);
        return jdbc.sql("""
                        with recursive step (act) as (
                          (select min(act) from audit.ledger_entry)
                          union all
                          select (select min(e.act) from audit.ledger_entry e where e.act > step.act)
                          from step where step.act is not null)
                        select act from step where act is not null""").query(String.class).list();
    }

    /** the ledger has no gap, so the last number is the count */
    public long count(Actor actor) {
        require(actor);
        return entries.head().seq();
    }

    private static void byPersonAndAct(LedgerFilter filter, List<String> conditions, Map<String, Object> values) {
        if (!filter.person().isBlank()) {
            conditions.add("actor_name = :person");
            values.put("person", filter.person());
        }
        if (!filter.act().isBlank()) {
            conditions.add("act = :act");
            values.put("act", filter.act());
        }
    }

    private static void byObject(String object, List<String> conditions, Map<String, Object> values) {
        if (object.isEmpty()) {
            return;
        }
        Matcher matter = MATTER.matcher(object);
        if (matter.matches()) {
            conditions.add("object_type = :type and object_id = :id");
            values.put("type", matter.group(1));
            values.put("id", Long.parseLong(matter.group(2)));
        } else if (TYPE.matcher(object).matches()) {
            conditions.add("(object_type = :type or jsonb_path_query_array(details, '$.*') @> cast(:fact as jsonb))");
            values.put("type", object);
            values.put("fact", fact(object));
        } else {
            conditions.add("jsonb_path_query_array(details, '$.*') @> cast(:fact as jsonb)");
            values.put("fact", fact(object));
        }
    }

    private static String fact(String value) {
        return JsonMapper.shared().writeValueAsString(List.of(value));
    }

    private static void byDate(LedgerFilter filter, List<String> conditions, Map<String, Object> values) {
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            throw new InvalidInput("to", "“到”的日期早于“从”的日期。");
        }
        if (filter.from() != null) {
            conditions.add("at >= :from");
            values.put("from", startOf(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("at < :until");
            values.put("until", startOf(filter.to().plusDays(1)));
        }
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ChinaTime.ZONE).toOffsetDateTime();
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.LEDGER_READ)) {
            throw new NotFound("ledger");
        }
    }
}
