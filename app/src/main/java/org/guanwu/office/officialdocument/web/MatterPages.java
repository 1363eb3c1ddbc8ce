package org.guanwu.office.officialdocument.web;

import java.time.Clock;
import java.time.LocalDate;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.workingday.WorkingDays;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.domain.DocumentHistory;
import org.guanwu.office.officialdocument.domain.DraftReview;
import org.guanwu.office.officialdocument.domain.EditingRight;
import org.guanwu.office.officialdocument.domain.MatterHistory;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.guanwu.office.officialdocument.domain.PublicationClock;
import org.guanwu.office.officialdocument.domain.Sending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the one screen of a document. */
@Component
class MatterPages {

    private static final int PUBLICATION_DAYS = 20;

    private final Routing routing;
    private final DraftReview review;
    private final EditingRight editing;
    private final Sending sending;
    private final DocumentRecords records;
    private final PublicationClock publicationClock;
    private final WorkingDays workingDays;
    private final Clock clock;

    MatterPages(
            Routing routing,
            DraftReview review,
            EditingRight editing,
            Sending sending,
            DocumentRecords records,
            PublicationClock publicationClock,
            WorkingDays workingDays,
            Clock clock) {
        this.routing = routing;
        this.review = review;
        this.editing = editing;
        this.sending = sending;
        this.records = records;
        this.publicationClock = publicationClock;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** the two histories of a document, which are always shown together */
    @Component
    record DocumentRecords(DocumentHistory versions, MatterHistory acts) {}

    MatterPage of(Actor actor, OutgoingDocument document, String typedOpinion, String refusal) {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        RouteView route = routing.find(actor, document.id().matter()).orElse(null);
        var content = document.content();
        int drafts = document.revision().draftNo();
        return new MatterPage(
                document,
                sending.sheet(document),
                route,
                editing.answer(actor, document).isAllowed(),
                drafts > 1,
                drafts,
                remaining(route, today),
                publicationClock.find(document).orElse(null),
                document.signature() == null && content.attribute() == DisclosureAttribute.PROACTIVE
                        ? workingDays.dueDate(today, PUBLICATION_DAYS).toString()
                        : "",
                review.check(document),
                records.acts().list(document, route),
                typedOpinion,
                refusal,
                today.toString(),
                onlyReturn(route, document));
    }

    /** 没有说明理由的，核稿部门应实行退文处理: said before the button is pressed, enforced when it is */
    private static String onlyReturn(@Nullable RouteView route, OutgoingDocument document) {
        RouteView.MyTask mine = route == null ? null : route.mine();
        boolean isReviewing =
                mine != null && (mine.kind() == StepKind.DRAFT_REVIEW || mine.kind() == StepKind.ISSUANCE);
        return isReviewing && document.content().lacksGround() ? "公开属性没有依据或者没有说明理由（国办发〔2016〕80号）。" : "";
    }

    private @Nullable Integer remaining(@Nullable RouteView route, LocalDate today) {
        if (route == null || route.dueOn() == null || route.endedAt() != null) {
            return null;
        }
        return workingDays.between(today, route.dueOn());
    }
}
