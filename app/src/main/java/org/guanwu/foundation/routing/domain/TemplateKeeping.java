package org.guanwu.foundation.routing.domain;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.RouteTemplates;
import org.guanwu.foundation.routing.TemplateProblem;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 流程模板: revisions are only added; which one a new matter gets is found from its unit upwards. */
@Component
class TemplateKeeping implements RouteTemplates {

    private static final String LATEST = """
            select distinct on (code) code, revision, name, unit_id, unit_path, matter_type, document_type,
              body::text as body from routing.route_template
            """;

    private final JdbcClient jdbc;
    private final Organization organization;
    private final Ledger ledger;
    private final Clock clock;

    TemplateKeeping(JdbcClient jdbc, Organization organization, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RouteTemplate> find(long unitId, String matterType, String documentType) {
        for (@Nullable Long unit = unitId; unit != null; unit = parentOf(unit)) {
            List<RouteTemplate> own = jdbc.sql(LATEST + """
                            where unit_id = ? and matter_type = ? and document_type in (?, '')
                            order by code, revision desc
                            """)
                    .param(unit)
                    .param(matterType)
                    .param(documentType)
                    .query((row, n) -> map(row))
                    .list();
            Optional<RouteTemplate> found = own.stream()
                    .filter(t -> t.documentType().equals(documentType))
                    .findFirst()
                    .or(() -> own.stream().findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private @Nullable Long parentOf(long unit) {
        return organization.findUnit(unit).map(Unit::parentId).orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public RouteTemplate get(String code, int revision) {
        return jdbc.sql("select body::text as body from routing.route_template where code = ? and revision = ?")
                .param(code)
                .param(revision)
                .query((row, n) -> map(row))
                .optional()
                .orElseThrow(() -> new NotFound("route template " + code + " " + revision));
    }

    Optional<RouteTemplate> findLatest(String code) {
        return jdbc.sql(LATEST + "where code = ? order by code, revision desc")
                .param(code)
                .query((row, n) -> map(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RouteTemplate> list(Actor actor) {
        return jdbc
                .sql(LATEST + "order by code, revision desc")
                .query((row, n) -> Map.entry(row.getString("unit_path"), map(row)))
                .list()
                .stream()
                .filter(entry -> actor.may(Permission.ROUTE_TEMPLATE_EDIT, entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** matters under way with an older revision than this */
    long countUnderWay(String code, int before) {
        return jdbc.sql("""
                select count(*) from routing.route
                where template_code = ? and template_revision < ? and status in ('OPEN', 'SUSPENDED')
                """).param(code).param(before).query(Long.class).single();
    }

    private static RouteTemplate map(ResultSet row) throws SQLException {
        return EventCodec.readTemplate(row.getString("body"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TemplateProblem> check(RouteTemplate draft) {
        return TemplateCheck.of(draft, organization, ChinaTime.dateOf(clock.instant()));
    }

    @Override
    @Transactional
    public RouteTemplate publish(Actor actor, RouteTemplate draft) {
        Unit unit = organization.getUnit(draft.unitId());
        actor.require(Permission.ROUTE_TEMPLATE_EDIT, unit.path());
        List<FieldProblem> blocking = check(draft).stream()
                .filter(TemplateProblem::blocks)
                .map(p -> new FieldProblem(p.stepKey(), p.message()))
                .toList();
        if (!blocking.isEmpty()) {
            throw new InvalidInput(blocking);
        }
        Optional<RouteTemplate> latest = findLatest(draft.code());
        int current = latest.map(RouteTemplate::revision).orElse(0);
        if (latest.isPresent() && current == draft.revision() + 1 && isSame(latest.get(), draft)) {
            return latest.get(); // pressed twice
        }
        if (current != draft.revision()) {
            throw new StaleVersion(current, "此流程刚由他人启用了第 " + current + " 版，您的改动没有丢失，请核对后再提交。");
        }
        if (latest.isPresent()) {
            actor.require(
                    Permission.ROUTE_TEMPLATE_EDIT,
                    organization.getUnit(latest.get().unitId()).path());
        }
        RouteTemplate next = revised(draft, current + 1);
        insert(actor, next, unit);
        ledger.record(Act.by(
                        actor,
                        "routing.template-published",
                        new Matter("route-template", next.unitId()),
                        Map.of(
                                "code",
                                next.code(),
                                "revision",
                                String.valueOf(next.revision()),
                                "steps",
                                String.valueOf(next.steps().size())))
                .changing(latest.map(EventCodec::write).orElse(null), EventCodec.write(next)));
        return next;
    }

    private static boolean isSame(RouteTemplate published, RouteTemplate draft) {
        return revised(draft, published.revision()).equals(published);
    }

    private static RouteTemplate revised(RouteTemplate draft, int revision) {
        return new RouteTemplate(
                draft.code(),
                revision,
                draft.name(),
                draft.unitId(),
                draft.matterType(),
                draft.documentType(),
                draft.steps());
    }

    private void insert(Actor actor, RouteTemplate template, Unit unit) {
        Instant now = clock.instant();
        int inserted = jdbc.sql("""
                insert into routing.route_template (code, revision, name, unit_id, unit_path, matter_type,
                  document_type, body, published_by, published_by_name, published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?) on conflict do nothing
                """)
                .param(template.code())
                .param(template.revision())
                .param(template.name())
                .param(template.unitId())
                .param(unit.path())
                .param(template.matterType())
                .param(template.documentType())
                .param(EventCodec.write(template))
                .param(actor.personId())
                .param(actor.name())
                .param(now.atOffset(UTC))
                .update();
        if (inserted == 0) {
            throw new StaleVersion(template.revision(), "此流程刚由他人启用了新版，您的改动没有丢失，请核对后再提交。");
        }
    }
}
