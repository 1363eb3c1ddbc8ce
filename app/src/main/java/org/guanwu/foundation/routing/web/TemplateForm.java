package org.guanwu.foundation.routing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepMode;
import org.guanwu.foundation.routing.domain.TemplateDraft;
import org.guanwu.foundation.routing.domain.TemplateDraft.DraftStep;

/** The editor's fields: {@code who.3} is what was typed for the fourth step. */
record TemplateForm(HttpServletRequest request) {

    private static final int MOST_STEPS = 60;

    TemplateDraft over(TemplateDraft stored) {
        var steps = new ArrayList<DraftStep>();
        for (int i = 0; i < MOST_STEPS && request.getParameter("key." + i) != null; i++) {
            steps.add(step(i));
        }
        var typed = new TemplateDraft(
                stored.code(),
                number("baseRevision", stored.baseRevision()),
                text("templateName"),
                stored.unitId(),
                stored.matterType(),
                stored.documentType(),
                steps,
                number("version", stored.version()),
                stored.editedBy(),
                stored.editedAt());
        return pressed(typed);
    }

    /** up.3, down.3, remove.3 and add change the list; every other button leaves it */
    private TemplateDraft pressed(TemplateDraft typed) {
        String[] button = button().split("\\.");
        int index = button.length == 2 && button[1].matches("[0-9]{1,3}") ? Integer.parseInt(button[1]) : -1;
        return switch (button[0]) {
            case "up" -> typed.moved(index, -1);
            case "down" -> typed.moved(index, 1);
            case "remove" -> typed.without(index);
            case "add" -> typed.withOneMore();
            default -> typed;
        };
    }

    String button() {
        return text("do");
    }

    private DraftStep step(int i) {
        return new DraftStep(
                text("key." + i),
                text("name." + i),
                one(StepKind.values(), "kind." + i, StepKind.DRAFT_REVIEW),
                one(StepMode.values(), "mode." + i, StepMode.ONE),
                text("who." + i),
                text("limit." + i),
                isOn("silence." + i),
                isOn("edit." + i),
                isOn("number." + i),
                isOn("text." + i),
                isOn("required." + i),
                text("groups." + i),
                text("fallback." + i),
                text("condition." + i),
                text("basis." + i),
                text("lane." + i));
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private boolean isOn(String name) {
        return request.getParameter(name) != null;
    }

    private int number(String name, int otherwise) {
        String value = text(name);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    private <E extends Enum<E>> E one(E[] values, String name, E otherwise) {
        String value = text(name);
        return Arrays.stream(values)
                .filter(v -> v.name().equals(value))
                .findFirst()
                .orElse(otherwise);
    }

    static List<String> conditions(TemplateDraft draft) {
        return draft.steps().stream()
                .map(DraftStep::condition)
                .filter(c -> !c.isBlank())
                .distinct()
                .toList();
    }
}
