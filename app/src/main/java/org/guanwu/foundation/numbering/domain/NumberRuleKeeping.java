package org.guanwu.foundation.numbering.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.numbering.NumberRules;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 维护编号规则. */
@Component
public class NumberRuleKeeping implements NumberRules {

    private final NumberRuleRows rows;
    private final Organization organization;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    NumberRuleKeeping(NumberRuleRows rows, Organization organization, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.organization = organization;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NumberRule> find(long unitId, String documentType) {
        return listFitting(unitId, documentType).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<NumberRule> listFitting(long unitId, String documentType) {
        int year = ChinaTime.dateOf(clock.instant()).getYear();
        var fitting = new ArrayList<NumberRule>();
        Optional<Unit> unit = organization.findUnit(unitId);
        while (unit.isPresent()) {
            rows.listOfUnit(unit.get().id()).stream()
                    .filter(rule -> rule.isEffectiveIn(year) && rule.covers(documentType))
                    .sorted(Comparator.comparing(rule -> rule.documentTypes().isEmpty()))
                    .forEach(fitting::add);
            unit = Optional.ofNullable(unit.get().parentId()).flatMap(organization::findUnit);
        }
        return fitting;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NumberRule> findByCode(String authorityCode) {
        return rows.findByCode(authorityCode);
    }

    @Override
    @Transactional
    public NumberRule save(Actor actor, NumberRule rule) {
        Unit unit = organization.findUnit(rule.unitId()).orElseThrow(() -> new InvalidInput("unitId", "请选择使用本代字的单位。"));
        actor.require(Permission.NUMBER_RULE_EDIT, unit.path());
        return rule.id() == 0 ? add(actor, rule) : change(actor, rule);
    }

    private NumberRule add(Actor actor, NumberRule rule) {
        var problems = NumberRuleCheck.problemsOf(rule);
        if (problems.isEmpty() && rows.findByCode(rule.authorityCode()).isPresent()) {
            problems.add(new InvalidInput.FieldProblem(
                    "authorityCode", "机关代字“" + rule.authorityCode() + "”已有编号规则，一个代字只有一条规则。"));
        }
        refuse(problems);
        return recorded(actor, "numbering.rule-added", get(rows.insert(rule)));
    }

    private NumberRule change(Actor actor, NumberRule rule) {
        NumberRule before = get(rule.id());
        actor.require(
                Permission.NUMBER_RULE_EDIT,
                organization.getUnit(before.unitId()).path());
        var problems = NumberRuleCheck.problemsOf(rule);
        problems.addAll(NumberRuleCheck.problemsOfChange(before, rule, isUsed(before.authorityCode())));
        refuse(problems);
        if (!rows.update(rule)) {
            throw new StaleVersion(before.version(), "这条编号规则刚被他人修改，您的修改没有保存；请刷新后再改。");
        }
        return recorded(actor, "numbering.rule-changed", get(rule.id()));
    }

    public NumberRule get(long id) {
        return rows.find(id).orElseThrow(() -> new NotFound("number rule " + id));
    }

    private boolean isUsed(String authorityCode) {
        return jdbc.sql("select exists (select 1 from numbering.number_counter where authority_code = ?)")
                .param(authorityCode)
                .query(Boolean.class)
                .single();
    }

    private NumberRule recorded(Actor actor, String act, NumberRule rule) {
        ledger.record(Act.by(
                actor,
                act,
                new Matter("number-rule", rule.id()),
                Map.of("code", rule.authorityCode(), "version", String.valueOf(rule.version()))));
        return rule;
    }

    private static void refuse(List<InvalidInput.FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
