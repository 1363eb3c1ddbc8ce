package org.guanwu.foundation.numbering.domain;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.numbering.NumberVoided;
import org.guanwu.foundation.numbering.Numbering;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 编号与作废. The counter row is locked by the act that needs a number and freed by its commit; an act that fails takes
 * its number back with it, so that there is no gap to explain.
 */
@Component
class NumberAssignment implements Numbering {

    private final JdbcClient jdbc;
    private final NumberRuleRows rules;
    private final Organization organization;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NumberAssignment(
            JdbcClient jdbc,
            NumberRuleRows rules,
            Organization organization,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.organization = organization;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** MANDATORY: a number given in a transaction of its own would stay behind when the act fails. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentNumber assign(String authorityCode, int year, Matter matter) {
        Optional<DocumentNumber> before = find(matter);
        if (before.isPresent()) {
            return valid(before.get());
        }
        NumberRule rule = rules.findByCode(authorityCode)
                .filter(r -> r.isEffectiveIn(year))
                .orElseThrow(() -> new Refusal(
                        "numbering.code-closed", "机关代字“" + authorityCode + "”没有" + year + "年可用的编号规则，请先在编号规则中启用。"));
        int countedYear = rule.isYearly() ? year : 0;
        int last = lockCounter(rule, countedYear);
        // somebody may have numbered this very matter while the counter was waited for
        Optional<DocumentNumber> meanwhile = find(matter);
        if (meanwhile.isPresent()) {
            return valid(meanwhile.get());
        }
        var number = new DocumentNumber(authorityCode, year, last + 1);
        record(number, countedYear, matter);
        return number;
    }

    private int lockCounter(NumberRule rule, int countedYear) {
        return jdbc.sql("""
                insert into numbering.number_counter as c (authority_code, counted_year, first_serial, last_serial)
                values (?, ?, ?, ?)
                on conflict (authority_code, counted_year) do update set last_serial = c.last_serial
                returning last_serial
                """)
                .param(rule.authorityCode())
                .param(countedYear)
                .param(rule.firstSerial())
                .param(rule.firstSerial() - 1)
                .query(Integer.class)
                .single();
    }

    private void record(DocumentNumber number, int countedYear, Matter matter) {
        jdbc.sql("""
                update numbering.number_counter set last_serial = ? where authority_code = ? and counted_year = ?
                """)
                .param(number.serial())
                .param(number.authorityCode())
                .param(countedYear)
                .update();
        jdbc.sql("""
                insert into numbering.assigned_number
                  (authority_code, counted_year, serial, year, matter_type, matter_id, assigned_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(number.authorityCode())
                .param(countedYear)
                .param(number.serial())
                .param(number.year())
                .param(matter.type())
                .param(matter.id())
                .param(clock.instant().atOffset(UTC))
                .update();
        ledger.record(Act.bySystem("numbering.assigned", matter, Map.of("number", number.toString())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DocumentNumber> find(Matter matter) {
        return jdbc.sql("""
                select authority_code, year, serial from numbering.assigned_number
                where matter_type = ? and matter_id = ?
                """)
                .param(matter.type())
                .param(matter.id())
                .query(NumberAssignment::number)
                .optional();
    }

    @Override
    @Transactional
    public void admitHistorical(Actor actor, DocumentNumber number, Matter matter) {
        int entered = jdbc.sql("""
                insert into numbering.historical_number
                  (authority_code, year, serial, matter_type, matter_id, entered_by, entered_at)
                select v.*, ?, ? from (values (?, ?, ?, ?, ?)) v (authority_code, year, serial, matter_type, matter_id)
                where not exists (select 1 from numbering.number_counter c where c.authority_code = v.authority_code
                  and c.counted_year in (v.year, 0) and v.serial between c.first_serial and c.last_serial)
                on conflict do nothing
                """)
                .param(actor.personId())
                .param(clock.instant().atOffset(UTC))
                .param(number.authorityCode())
                .param(number.year())
                .param(number.serial())
                .param(matter.type())
                .param(matter.id())
                .update();
        if (entered == 1) {
            ledger.record(Act.by(actor, "numbering.historical-admitted", matter, Map.of("number", number.toString())));
        } else if (!matter.equals(findHistorical(number).orElse(null))) {
            throw new Refusal("numbering.taken", number + "已在编号台账中，属于另一件公文。");
        }
    }

    private Optional<Matter> findHistorical(DocumentNumber number) {
        return jdbc.sql("""
                select matter_type, matter_id from numbering.historical_number
                where authority_code = ? and year = ? and serial = ?
                """)
                .param(number.authorityCode())
                .param(number.year())
                .param(number.serial())
                .query((row, i) -> new Matter(row.getString("matter_type"), row.getLong("matter_id")))
                .optional();
    }

    @Override
    @Transactional
    public void voidNumber(Actor actor, DocumentNumber number, String reason, String approver) {
        Matter matter = getMatter(number);
        String unitPath = rules.findByCode(number.authorityCode())
                .flatMap(rule -> organization.findUnit(rule.unitId()))
                .orElseThrow(() -> new NotFound(number.toString()))
                .path();
        if (!actor.may(Permission.DOCUMENT_VOID, unitPath)) {
            actor.require(Permission.NUMBER_VOID, unitPath);
        }
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "请写明作废缘由；作废号连同缘由长期保留在台账中。");
        }
        if (approver.isBlank()) {
            throw new InvalidInput("approver", "请写明批准人。");
        }
        if (enterAsVoid(actor, number, reason.strip(), approver.strip())) {
            ledger.record(Act.by(
                    actor,
                    "numbering.voided",
                    matter,
                    Map.of("number", number.toString(), "reason", reason.strip(), "approver", approver.strip())));
            events.publishEvent(new NumberVoided(number, matter, reason.strip()));
        }
    }

    private boolean enterAsVoid(Actor actor, DocumentNumber number, String reason, String approver) {
        return jdbc.sql("""
                insert into numbering.void_number
                  (authority_code, year, serial, reason, voided_by, voided_by_name, approver_name, voided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                        .param(number.authorityCode())
                        .param(number.year())
                        .param(number.serial())
                        .param(reason)
                        .param(actor.personId())
                        .param(actor.name())
                        .param(approver)
                        .param(clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    private Matter getMatter(DocumentNumber number) {
        return jdbc.sql("""
                select matter_type, matter_id from numbering.assigned_number
                where authority_code = ? and year = ? and serial = ?
                """)
                .param(number.authorityCode())
                .param(number.year())
                .param(number.serial())
                .query((row, i) -> new Matter(row.getString("matter_type"), row.getLong("matter_id")))
                .optional()
                .orElseThrow(() -> new NotFound(number.toString()));
    }

    private DocumentNumber valid(DocumentNumber number) {
        boolean isVoid = jdbc.sql("""
                select exists (select 1 from numbering.void_number where authority_code = ? and year = ? and serial = ?)
                """)
                .param(number.authorityCode())
                .param(number.year())
                .param(number.serial())
                .query(Boolean.class)
                .single();
        if (isVoid) {
            throw new Refusal("numbering.voided", "本件文号" + number + "已作废，不再另编新号。");
        }
        return number;
    }

    static DocumentNumber number(ResultSet row, int rowNumber) throws SQLException {
        return new DocumentNumber(row.getString("authority_code"), row.getInt("year"), row.getInt("serial"));
    }
}
