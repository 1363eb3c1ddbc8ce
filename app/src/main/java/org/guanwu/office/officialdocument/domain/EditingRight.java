package org.guanwu.office.officialdocument.domain;

import java.util.Optional;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.routing.OnScreen;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who may change the text now: the drafter before it is sent, then whoever holds a step that allows it. */
@Component
public class EditingRight {

    private final Routing routing;

    EditingRight(Routing routing) {
        this.routing = routing;
    }

    /**
     * @param isAfterSignature 复核: each change has to be declared as one of substance or of form (公文条例第二十五条第一项)
     * @param reason why not; empty when it is allowed
     */
    public record Answer(boolean isAllowed, boolean isAfterSignature, String reason) {}

    public Answer answer(Actor actor, OutgoingDocument document) {
        return switch (document.status()) {
            case DRAFT ->
                actor.personId() == document.origin().drafterId()
                                && actor.may(
                                        Permission.DOCUMENT_DRAFT,
                                        document.origin().unitPath())
                        ? new Answer(true, false, "")
                        : new Answer(false, false, "此件尚未送审，只有起草人可以修改。");
            case UNDER_WAY, RETURNED, SIGNED -> {
                Optional<RouteView.MyTask> task = routing.find(
                                actor, document.id().matter())
                        .map(RouteView::mine)
                        .filter(RouteView.MyTask::mayEdit);
                boolean isFinalCheck =
                        task.filter(t -> t.kind() == StepKind.FINAL_CHECK).isPresent();
                yield task.isPresent()
                        ? new Answer(true, isFinalCheck, "")
                        : new Answer(false, false, "本环节不能修改正文，或者此件不在您手上。");
            }
            case ISSUED, VOIDED ->
                new Answer(false, false, "此件" + document.status().label() + "，不能再修改正文。");
        };
    }

    void require(Actor actor, OutgoingDocument document) {
        Answer answer = answer(actor, document);
        if (!answer.isAllowed) {
            throw new Refusal("officialdocument.not-editable", answer.reason);
        }
    }

    /** Tells the route that the text has changed; locks the route, so it comes before the lock of the document. */
    void tellRoute(Actor actor, OutgoingDocument document, boolean isSubstantive) {
        if (!document.status().isOnItsWay()) {
            return;
        }
        RouteView view = routing.view(actor, document.id().matter());
        RouteView.MyTask task = view.mine();
        if (task == null) {
            throw new Refusal("officialdocument.not-editable", "此件不在您手上，不能修改正文。");
        }
        routing.edit(
                actor,
                new OnScreen(
                        UUID.randomUUID(),
                        view.routeId(),
                        task.taskNo(),
                        view.version(),
                        task.seatVersion(),
                        view.contentVersion()),
                isSubstantive);
    }
}
