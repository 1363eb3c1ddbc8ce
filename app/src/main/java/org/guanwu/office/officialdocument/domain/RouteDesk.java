package org.guanwu.office.officialdocument.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.numbering.NumberRules;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.RouteTemplates;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.routing.StartRoute;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.workingday.WorkingDays;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.RouteConditions;
import org.springframework.stereotype.Component;

/** Which route, which number code and which day due a document gets. */
@Component
class RouteDesk {

    private final Routing routing;
    private final RouteTemplates templates;
    private final NumberRules numberRules;
    private final WorkingDays workingDays;
    private final OfficialDocumentSettings settings;
    private final Clock clock;

    RouteDesk(
            Routing routing,
            RouteTemplates templates,
            NumberRules numberRules,
            WorkingDays workingDays,
            OfficialDocumentSettings settings,
            Clock clock) {
        this.routing = routing;
        this.templates = templates;
        this.numberRules = numberRules;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<RouteTemplate> findTemplate(OutgoingDocument document) {
        return templates.find(
                document.origin().unitId(),
                OutgoingDocumentId.MATTER_TYPE,
                document.content().type().name());
    }

    /** 机关代字 that the document would get; the serial is never guessed */
    Optional<String> findAuthorityCode(OutgoingDocument document) {
        return numberRules
                .find(document.origin().unitId(), document.content().type().name())
                .map(NumberRule::authorityCode);
    }

    List<ForecastStep> forecast(OutgoingDocument document, Map<String, List<Long>> choices) {
        return findTemplate(document)
                .map(template -> routing.forecast(
                        document.origin().drafterId(),
                        document.origin().unitId(),
                        template,
                        conditions(document.content()),
                        choices))
                .orElse(List.of());
    }

    List<StepChoice> listChoices(OutgoingDocument document) {
        Set<String> conditions = conditions(document.content());
        return findTemplate(document).stream()
                .flatMap(template -> template.steps().stream())
                .filter(step -> isChosen(step) && isNeeded(step, conditions))
                .map(step -> new StepChoice(step.key(), step.name(), step.mode()))
                .toList();
    }

    void start(
            Actor actor, OutgoingDocument document, UUID commandId, Map<String, List<Long>> choices, String opinion) {
        DraftContent content = document.content();
        RouteTemplate template = findTemplate(document)
                .orElseThrow(() -> new Refusal(
                        "officialdocument.no-template",
                        document.origin().unitName() + "还没有“" + content.type().label()
                                + "”的流程模板，没有送出；请流转管理员在“管理—流程模板”中建立。"));
        NumberRule rule = numberRules
                .find(document.origin().unitId(), content.type().name())
                .orElseThrow(() -> new Refusal(
                        "officialdocument.no-number-rule",
                        document.origin().unitName() + "还没有“" + content.type().label()
                                + "”的编号规则，没有送出；请编号管理员在“管理—编号规则”中建立。"));
        requireCountersigners(document, choices);
        LocalDate today = ChinaTime.dateOf(clock.instant());
        routing.start(
                actor,
                commandId,
                new StartRoute(
                        document.id().matter(),
                        template,
                        content.title(),
                        "发文·" + content.type().label(),
                        "/office/outgoing-documents/" + document.id(),
                        content.urgency().ordinal(),
                        document.origin().unitId(),
                        conditions(content),
                        choices,
                        rule.authorityCode(),
                        workingDays.dueDate(today, settings.limitInWorkingDays(content.urgency())),
                        opinion));
    }

    /** 公文条例第十九条第六项: 公文涉及其他地区或者部门职权范围内的事项，起草单位必须征求相关地区或者部门意见 */
    private void requireCountersigners(OutgoingDocument document, Map<String, List<Long>> choices) {
        if (!document.content().concernsOtherUnits()) {
            return;
        }
        boolean isMissing = findTemplate(document).stream()
                .flatMap(template -> template.steps().stream())
                .filter(step -> step.kind() == StepKind.COUNTERSIGNATURE && isChosen(step))
                .anyMatch(step -> choices.getOrDefault(step.key(), List.of()).isEmpty());
        if (isMissing) {
            throw new InvalidInput("choices", "涉及其他部门职权，必须征求其意见：请选定会签人（公文条例第十九条第（六）项）。");
        }
    }

    static Set<String> conditions(DraftContent content) {
        var conditions = new HashSet<String>();
        conditions.add(
                content.isSignedByHead() ? RouteConditions.SIGNED_BY_HEAD : RouteConditions.SIGNED_BY_LEADER_IN_CHARGE);
        if (content.isWithheldPolicy()) {
            conditions.add(RouteConditions.WITHHELD_POLICY);
        }
        if (content.concernsOtherUnits()) {
            conditions.add(RouteConditions.CONCERNS_OTHER_UNITS);
        }
        if (content.isNormative()) {
            conditions.add(RouteConditions.NORMATIVE);
        }
        return conditions;
    }

    private static boolean isChosen(StepSpec step) {
        return step.assignees().stream().anyMatch(Assignee.ChosenBySender.class::isInstance);
    }

    private static boolean isNeeded(StepSpec step, Set<String> conditions) {
        return step.condition() == null || conditions.contains(step.condition());
    }
}
