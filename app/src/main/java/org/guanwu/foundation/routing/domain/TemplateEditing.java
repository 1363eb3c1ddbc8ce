package org.guanwu.foundation.routing.domain;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.RouteTemplates;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.routing.SilenceRule;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.TemplateProblem;
import org.guanwu.foundation.routing.domain.TemplateDraft.DraftStep;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 维护流程模板: one draft for each template, kept on the server, published as the next revision. */
@Component
public class TemplateEditing {

    private final JdbcClient jdbc;
    private final TemplateKeeping keeping;
    private final RouteTemplates templates;
    private final Routing routing;
    private final Organization organization;
    private final Clock clock;

    TemplateEditing(
            JdbcClient jdbc,
            TemplateKeeping keeping,
            RouteTemplates templates,
            Routing routing,
            Organization organization,
            Clock clock) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.templates = templates;
        this.routing = routing;
        this.organization = organization;
        this.clock = clock;
    }

    /** @param revision 0: not yet published */
    public record Line(String code, String name, String unitName, int revision, boolean hasDraft) {}

    @Transactional(readOnly = true)
    public List<Line> list(Actor actor) {
        var drafts =
                new ArrayList<>(jdbc
                        .sql("select body::text from routing.route_template_draft order by code")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(EventCodec::readDraft)
                        .filter(draft -> mayEdit(actor, draft.unitId()))
                        .toList());
        var lines = new ArrayList<Line>();
        for (RouteTemplate template : templates.list(actor)) {
            boolean hasDraft = drafts.removeIf(d -> d.code().equals(template.code()));
            lines.add(
                    new Line(template.code(), template.name(), unit(template.unitId()), template.revision(), hasDraft));
        }
        drafts.forEach(d -> lines.add(new Line(d.code(), d.name(), unit(d.unitId()), 0, true)));
        return lines;
    }

    private String unit(long unitId) {
        return organization.getUnit(unitId).name();
    }

    private boolean mayEdit(Actor actor, long unitId) {
        return organization
                .findUnit(unitId)
                .map(unit -> actor.may(Permission.ROUTE_TEMPLATE_EDIT, unit.path()))
                .orElse(false);
    }

    /** the draft, or what it would begin as */
    @Transactional(readOnly = true)
    public TemplateDraft get(Actor actor, String code) {
        TemplateDraft draft = find(code)
                .or(() -> keeping.findLatest(code).map(this::draftOf))
                .orElseThrow(() -> new NotFound("route template " + code));
        if (!mayEdit(actor, draft.unitId())) {
            throw new NotFound("route template " + code);
        }
        return draft;
    }

    private Optional<TemplateDraft> find(String code) {
        return jdbc.sql("select body::text from routing.route_template_draft where code = ?")
                .param(code)
                .query(String.class)
                .optional()
                .map(EventCodec::readDraft);
    }

    private TemplateDraft draftOf(RouteTemplate template) {
        var steps = new ArrayList<DraftStep>();
        for (StepSpec step : template.steps()) {
            steps.add(typed(step, ""));
            step.lanes().forEach(lane -> lane.steps().forEach(inner -> steps.add(typed(inner, lane.name()))));
        }
        return new TemplateDraft(
                template.code(),
                template.revision(),
                template.name(),
                template.unitId(),
                template.matterType(),
                template.documentType(),
                steps,
                0,
                "",
                Instant.EPOCH);
    }

    private DraftStep typed(StepSpec step, String lane) {
        return new DraftStep(
                step.key(),
                step.name(),
                step.kind(),
                step.mode(),
                text().write(step.assignees()),
                step.limitInWorkingDays() == 0 ? "" : String.valueOf(step.limitInWorkingDays()),
                step.silenceRule() == SilenceRule.DEEMED_AGREED,
                step.mayEdit(),
                step.assignsNumber(),
                step.bindsText(),
                step.isRequired(),
                String.join(" ", step.separationGroups()),
                step.fallbackPostId() == null ? "" : text().writePost(step.fallbackPostId()),
                Objects.requireNonNullElse(step.condition(), ""),
                step.legalBasis(),
                lane);
    }

    private AssigneeText text() {
        return new AssigneeText(organization, ChinaTime.dateOf(clock.instant()));
    }

    public List<String> suggestions(TemplateDraft draft) {
        return text().suggestions(draft.unitId());
    }

    public long countUnderWay(TemplateDraft draft) {
        return keeping.countUnderWay(draft.code(), draft.baseRevision() + 1);
    }

    @Transactional(readOnly = true)
    public List<TemplateProblem> check(TemplateDraft draft) {
        var read = DraftReading.of(draft, text());
        var problems = new ArrayList<>(read.problems());
        problems.addAll(templates.check(read.template()));
        return problems;
    }

    /** 试走, with the steps as they stand in the draft */
    @Transactional(readOnly = true)
    public List<ForecastStep> forecast(TemplateDraft draft, long drafterId, Set<String> attributes) {
        RouteTemplate template = DraftReading.of(draft, text()).template();
        return routing.forecast(drafterId, organization.getPerson(drafterId).unitId(), template, attributes, Map.of());
    }

    /** @throws InvalidInput when the code is taken or the unit is not one's own */
    @Transactional
    public TemplateDraft create(
            Actor actor, String code, String name, long unitId, String matterType, String documentType) {
        Unit unit = organization.getUnit(unitId);
        actor.require(Permission.ROUTE_TEMPLATE_EDIT, unit.path());
        if (!code.matches("[a-z][a-z0-9-]{1,40}")) {
            throw new InvalidInput("code", "代码用小写字母、数字和连字符，字母开头。");
        }
        if (name.isBlank()) {
            throw new InvalidInput("name", "请写流程名称。");
        }
        if (find(code).isPresent() || keeping.findLatest(code).isPresent()) {
            throw new InvalidInput("code", "这个代码已有流程使用，请换一个。");
        }
        var draft = new TemplateDraft(
                code, 0, name.strip(), unitId, matterType, documentType, List.of(), 0, "", Instant.EPOCH);
        return save(actor, draft.withOneMore());
    }

    /** @throws StaleVersion when somebody else has saved the draft in between */
    @Transactional
    public TemplateDraft save(Actor actor, TemplateDraft draft) {
        Unit unit = organization.getUnit(draft.unitId());
        actor.require(Permission.ROUTE_TEMPLATE_EDIT, unit.path());
        Instant now = clock.instant();
        TemplateDraft saved = draft.saved(draft.version() + 1, actor.name(), now);
        int written = jdbc.sql("""
                insert into routing.route_template_draft as d
                  (code, unit_id, unit_path, body, version, edited_by, edited_by_name, edited_at)
                values (?, ?, ?, ?::json, ?, ?, ?, ?)
                on conflict (code) do update set body = excluded.body, version = excluded.version,
                  edited_by = excluded.edited_by, edited_by_name = excluded.edited_by_name,
                  edited_at = excluded.edited_at
                where d.version = excluded.version - 1
                """)
                .param(saved.code())
                .param(saved.unitId())
                .param(unit.path())
                .param(EventCodec.write(saved))
                .param(saved.version())
                .param(actor.personId())
                .param(actor.name())
                .param(now.atOffset(UTC))
                .update();
        if (written == 0) {
            throw new StaleVersion(draft.version(), "此草稿刚由他人保存。请在新窗口打开核对，再保存您的改动。");
        }
        return saved;
    }

    /** @throws InvalidInput with every blocking problem; the draft stays */
    @Transactional
    public RouteTemplate publish(Actor actor, TemplateDraft draft) {
        var read = DraftReading.of(draft, text());
        if (!read.problems().isEmpty()) {
            throw new InvalidInput(
                    read.problems().getFirst().stepKey(),
                    read.problems().getFirst().message());
        }
        RouteTemplate published = templates.publish(actor, read.template());
        jdbc.sql("delete from routing.route_template_draft where code = ?")
                .param(draft.code())
                .update();
        return published;
    }
}
