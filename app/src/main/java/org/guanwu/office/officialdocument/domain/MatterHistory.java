package org.guanwu.office.officialdocument.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.RouteView.OpinionView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 办理记录 as one list, newest first: what was done to the document and what was said about it on its route. */
@Component
public class MatterHistory {

    private final DocumentHistory history;

    MatterHistory(DocumentHistory history) {
        this.history = history;
    }

    public List<DocumentHistory.Line> list(OutgoingDocument document, @Nullable RouteView route) {
        var lines = new ArrayList<>(history.listLines(document.id()));
        if (route != null) {
            addSteps(route.steps(), lines);
        }
        lines.sort(Comparator.comparing(DocumentHistory.Line::at).reversed());
        return lines;
    }

    private static void addSteps(List<RouteView.StepView> steps, List<DocumentHistory.Line> lines) {
        for (RouteView.StepView step : steps) {
            step.earlierOpinions().forEach(opinion -> add(step, opinion, lines));
            step.seats().forEach(seat -> {
                OpinionView opinion = seat.opinion();
                if (opinion != null) {
                    add(step, opinion, lines);
                }
            });
            step.lanes().forEach(lane -> addSteps(lane.steps(), lines));
        }
    }

    private static void add(RouteView.StepView step, OpinionView opinion, List<DocumentHistory.Line> lines) {
        String inTheNameOf = opinion.principalName() == null ? "" : "（代" + opinion.principalName() + "）";
        String struck = opinion.struck() == null ? "" : "，" + opinion.struck();
        var line = new DocumentHistory.Line(
                opinion.at(),
                opinion.name().isEmpty() ? "系统" : opinion.name() + inTheNameOf,
                step.name() + "，" + opinion.kind().label() + struck,
                opinion.text());
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }
}
