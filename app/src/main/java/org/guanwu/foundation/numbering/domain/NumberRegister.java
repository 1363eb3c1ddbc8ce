package org.guanwu.foundation.numbering.domain;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 编号台账和断号核对, for the codes of the units in which the actor keeps numbers. */
@Component
public class NumberRegister {

    private static final List<Permission> KEEPERS =
            List.of(Permission.NUMBER_RULE_EDIT, Permission.NUMBER_VOID, Permission.DOCUMENT_NUMBER);
    private static final String ENTRIES = """
            select a.authority_code, a.year, a.serial, a.matter_type, a.matter_id, a.assigned_at,
              v.reason, v.voided_by_name, v.approver_name, v.voided_at
            from numbering.assigned_number a left join numbering.void_number v using (authority_code, year, serial)
            """;

    private final JdbcClient jdbc;
    private final NumberRuleRows rules;
    private final Organization organization;

    NumberRegister(JdbcClient jdbc, NumberRuleRows rules, Organization organization) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.organization = organization;
    }

    /** a rule with its unit, and the last serial given for each counted year, newest first */
    public record KeptRule(NumberRule rule, Unit unit) {}

    /** rules whose unit lies where the actor keeps numbers */
    @Transactional(readOnly = true)
    public List<KeptRule> listKept(Actor actor) {
        var kept = new ArrayList<KeptRule>();
        for (NumberRule rule : rules.listAll()) {
            organization
                    .findUnit(rule.unitId())
                    .filter(unit -> KEEPERS.stream().anyMatch(permission -> actor.may(permission, unit.path())))
                    .ifPresent(unit -> kept.add(new KeptRule(rule, unit)));
        }
        return kept;
    }

    /**
     * @param code null for every kept code
     * @param serial null for every serial
     */
    public record Search(
            @Nullable String code,
            @Nullable Integer year,
            @Nullable Integer serial,
            boolean isVoidOnly) {}

    /** newest first */
    @Transactional(readOnly = true)
    public Page<RegisterEntry> list(Actor actor, Search search, @Nullable String cursor, int size) {
        var sql = new StringBuilder(ENTRIES).append("where a.authority_code = any (?)");
        var parameters = new ArrayList<Object>();
        parameters.add(codes(actor, search.code()));
        if (search.year() != null) {
            sql.append(" and a.year = ?");
            parameters.add(search.year());
        }
        if (search.serial() != null) {
            sql.append(" and a.serial = ?");
            parameters.add(search.serial());
        }
        if (search.isVoidOnly()) {
            sql.append(" and v.reason is not null");
        }
        if (cursor != null && !cursor.isEmpty()) {
            sql.append(" and (a.assigned_at, a.authority_code, a.serial) < (?, ?, ?)");
            parameters.addAll(position(cursor));
        }
        sql.append(" order by a.assigned_at desc, a.authority_code desc, a.serial desc limit ?");
        parameters.add(size + 1);
        List<RegisterEntry> rows = jdbc.sql(sql.toString())
                .params(parameters)
                .query(NumberRegister::entry)
                .list();
        if (rows.size() <= size) {
            return new Page<>(rows, null, null);
        }
        RegisterEntry last = rows.get(size - 1);
        return new Page<>(
                rows.subList(0, size),
                Cursor.of(
                        last.assignedAt(),
                        last.number().authorityCode(),
                        last.number().serial()),
                null);
    }

    /** how many the search finds in all */
    @Transactional(readOnly = true)
    public long count(Actor actor, Search search) {
        return jdbc.sql("""
                select count(*) from numbering.assigned_number a
                where a.authority_code = any (?) and (? is null or a.year = ?) and (? is null or a.serial = ?)
                  and (not ? or exists (select 1 from numbering.void_number v where v.authority_code = a.authority_code
                    and v.year = a.year and v.serial = a.serial))
                """.replace("? is null", "cast(? as int) is null"))
                .param(codes(actor, search.code()))
                .param(search.year())
                .param(search.year())
                .param(search.serial())
                .param(search.serial())
                .param(search.isVoidOnly())
                .query(Long.class)
                .single();
    }

    /** @throws NotFound for a number that is not there, or not the actor's to keep */
    @Transactional(readOnly = true)
    public RegisterEntry get(Actor actor, DocumentNumber number) {
        return jdbc.sql(ENTRIES + "where a.authority_code = any (?) and a.year = ? and a.serial = ?")
                .param(codes(actor, number.authorityCode()))
                .param(number.year())
                .param(number.serial())
                .query(NumberRegister::entry)
                .optional()
                .orElseThrow(() -> new NotFound(number.toString()));
    }

    /** every code and year that was ever counted; computed from the rows, not from a status */
    @Transactional(readOnly = true)
    public List<GapStatement> listGaps(Actor actor) {
        return jdbc.sql("""
                select c.authority_code, c.counted_year, c.first_serial, c.last_serial, r.start_note,
                  (select count(*) from numbering.assigned_number a where a.authority_code = c.authority_code
                    and a.counted_year = c.counted_year and a.serial between c.first_serial and c.last_serial) as assigned,
                  (select count(*) from numbering.void_number v join numbering.assigned_number a
                    using (authority_code, year, serial) where a.authority_code = c.authority_code
                    and a.counted_year = c.counted_year) as voided,
                  (select count(*) from numbering.historical_number h where h.authority_code = c.authority_code
                    and h.year = c.counted_year) as historical,
                  (select count(*) from numbering.historical_number h where h.authority_code = c.authority_code
                    and h.year = c.counted_year and h.serial < c.first_serial) as historical_before
                from numbering.number_counter c join numbering.number_rule r using (authority_code)
                where c.authority_code = any (?) order by c.counted_year desc, c.authority_code collate "C"
                """)
                .param(codes(actor, null))
                .query((row, i) -> {
                    int first = row.getInt("first_serial");
                    int last = row.getInt("last_serial");
                    boolean isWhole = row.getInt("assigned") == last - first + 1;
                    return new GapStatement(
                            row.getString("authority_code"),
                            row.getInt("counted_year"),
                            first,
                            last,
                            row.getInt("assigned"),
                            row.getInt("voided"),
                            isWhole ? List.of() : missing(row.getString("authority_code"), row.getInt("counted_year")),
                            row.getInt("historical"),
                            first - 1 - row.getInt("historical_before"),
                            row.getString("start_note"));
                })
                .list();
    }

    private List<Integer> missing(String code, int countedYear) {
        return jdbc.sql("""
                select serial from numbering.number_counter c
                  cross join lateral generate_series(c.first_serial, c.last_serial) serial
                where c.authority_code = ? and c.counted_year = ? and not exists (select 1
                  from numbering.assigned_number a where a.authority_code = c.authority_code
                  and a.counted_year = c.counted_year and a.serial = serial.serial) order by 1 limit 200
                """).param(code).param(countedYear).query(Integer.class).list();
    }

    /** 下一号, for the eyes of whoever keeps the rule; a document never shows it */
    @Transactional(readOnly = true)
    public DocumentNumber previewNext(NumberRule rule, int year) {
        return jdbc.sql("""
                select last_serial + 1 from numbering.number_counter where authority_code = ? and counted_year = ?
                """)
                .param(rule.authorityCode())
                .param(rule.isYearly() ? year : 0)
                .query(Integer.class)
                .optional()
                .map(serial -> new DocumentNumber(rule.authorityCode(), year, serial))
                .orElse(new DocumentNumber(rule.authorityCode(), year, rule.firstSerial()));
    }

    private String[] codes(Actor actor, @Nullable String only) {
        return listKept(actor).stream()
                .map(kept -> kept.rule().authorityCode())
                .filter(code -> only == null || code.equals(only))
                .toArray(String[]::new);
    }

    private static List<Object> position(String cursor) {
        List<String> parts = Cursor.parse(cursor, 3);
        try {
            Instant at = Instant.parse(parts.getFirst());
            int year = at.atOffset(UTC).getYear();
            if (year >= 1 && year <= 9999 && parts.get(1).indexOf('\0') < 0) {
                return Arrays.asList(at.atOffset(UTC), parts.get(1), Integer.parseInt(parts.get(2)));
            }
        } catch (DateTimeException | NumberFormatException notOurs) {
            throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
        }
        throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
    }

    private static RegisterEntry entry(ResultSet row, int rowNumber) throws SQLException {
        return new RegisterEntry(
                NumberAssignment.number(row, rowNumber),
                new Matter(row.getString("matter_type"), row.getLong("matter_id")),
                row.getObject("assigned_at", OffsetDateTime.class).toInstant(),
                voiding(row).orElse(null));
    }

    private static Optional<RegisterEntry.Voiding> voiding(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("voided_at", OffsetDateTime.class);
        if (at == null) {
            return Optional.empty();
        }
        return Optional.of(new RegisterEntry.Voiding(
                row.getString("reason"),
                row.getString("voided_by_name"),
                row.getString("approver_name"),
                at.toInstant()));
    }
}
