package org.guanwu.office.officialdocument.web;

import java.time.Instant;
import java.util.List;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.workingday.LegalClocks.ClockView;
import org.guanwu.office.officialdocument.domain.DocumentHistory;
import org.guanwu.office.officialdocument.domain.DocumentSheet;
import org.guanwu.office.officialdocument.domain.DraftCheck;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.jspecify.annotations.Nullable;

/**
 * 公文页: text, route with names and times, opinions, clocks, attribute, checks, history and the next step on one screen.
 *
 * @param route null before it is sent
 * @param dueRemaining working days until the office's own limit, null without one
 * @param publication the clock of 条例第二十六条, null unless 主动公开 and signed
 * @param publicationIf until when it would have to be published if it were signed today; empty otherwise
 * @param onlyReturn why this reviewer can only return it; empty when he may pass it on
 * @param typedOpinion what was written, when the act was refused
 * @param refusal why the act was refused; empty otherwise
 */
public record MatterPage(
        OutgoingDocument document,
        DocumentSheet sheet,
        @Nullable RouteView route,
        boolean mayEdit,
        boolean isCompared,
        int draftsKept,
        @Nullable Integer dueRemaining,
        @Nullable ClockView publication,
        String publicationIf,
        List<DraftCheck> checks,
        List<DocumentHistory.Line> history,
        String typedOpinion,
        String refusal,
        String today,
        String onlyReturn) {

    public long count(DraftCheck.Severity severity) {
        return checks.stream().filter(c -> c.severity() == severity).count();
    }

    /** 核稿中、签发中, or the state of the document when no step runs */
    public String where() {
        RouteView view = route;
        if (view == null || view.running().isEmpty()) {
            return document.status().label();
        }
        return view.running().getFirst().name() + "中";
    }

    public String time(Instant at) {
        String minute = ChinaTime.minute(at);
        if (minute.startsWith(today)) {
            return "今天 " + minute.substring(11);
        }
        return minute.startsWith(today.substring(0, 4)) ? minute.substring(5) : minute;
    }
}
