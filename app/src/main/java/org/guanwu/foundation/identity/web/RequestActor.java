package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.CurrentActor;
import org.guanwu.foundation.identity.domain.ActorDirectory;
import org.springframework.stereotype.Component;

/** Reads the principal of the request, never a thread; the answer is kept in the request and nowhere else. */
@Component
class RequestActor implements CurrentActor {

    private static final String KEY = RequestActor.class.getName();

    private final ActorDirectory actors;

    RequestActor(ActorDirectory actors) {
        this.actors = actors;
    }

    @Override
    public Optional<Actor> find(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof Actor known) {
            return Optional.of(known);
        }
        if (!(request.getUserPrincipal() instanceof AccountAuthentication account)) {
            return Optional.empty();
        }
        var actor = actors.findActorOfAccount(
                account.accountId(), account.hasSecondFactor(), account.scopes(), request.getRemoteAddr());
        actor.ifPresent(found -> request.setAttribute(KEY, found));
        return actor;
    }
}
