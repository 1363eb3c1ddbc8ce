package org.guanwu.office.officialdocument.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.routing.OnScreen;
import org.guanwu.foundation.routing.Receipt;
import org.guanwu.foundation.routing.ReturnRequest;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办理 by those who act without a screen: another system with a token, or the drafter who sends again from his draft. */
@Service
public class Handling {

    private final Routing routing;
    private final DocumentAccess access;

    Handling(Routing routing, DocumentAccess access) {
        this.routing = routing;
        this.access = access;
    }

    /** 同意; the same command again gets the first answer */
    @Transactional
    public Receipt approve(
            Actor actor, OutgoingDocumentId id, UUID commandId, String opinion, Map<String, List<Long>> choices) {
        return routing.approve(actor, screen(actor, id, commandId), opinion, choices);
    }

    /** 退回 to a step that has been done; everybody who signed it gets it again */
    @Transactional
    public Receipt sendBack(
            Actor actor,
            OutgoingDocumentId id,
            UUID commandId,
            String targetStep,
            boolean isStraightBack,
            String reason) {
        return routing.returnTo(
                actor, screen(actor, id, commandId), new ReturnRequest(targetStep, 0, false, isStraightBack, reason));
    }

    /** what is true now; a repeated command is recognised by the route before any of it is compared */
    private OnScreen screen(Actor actor, OutgoingDocumentId id, UUID commandId) {
        RouteView view = routing.view(actor, access.get(actor, id).id().matter());
        RouteView.MyTask task = view.mine();
        return new OnScreen(
                commandId,
                view.routeId(),
                task == null ? 0 : task.taskNo(),
                view.version(),
                task == null ? 0 : task.seatVersion(),
                view.contentVersion());
    }
}
