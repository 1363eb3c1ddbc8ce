package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.CurrentActor;
import org.guanwu.foundation.identity.domain.ActorDirectory;
import org.guanwu.foundation.identity.domain.IdentitySettings;
import org.springframework.stereotype.Component;

/** Reads the principal of the request, never a thread; the answer is kept in the request and nowhere else. */
@Component
class RequestActor implements CurrentActor {

    private static final String KEY = RequestActor.class.getName();

    private final ActorDirectory actors;
    private final IdentitySettings settings;
    private final Clock clock;

    RequestActor(ActorDirectory actors, IdentitySettings settings, Clock clock) {
        this.actors = actors;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> find(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof Actor known) {
            return Optional.of(known);
        }
        if (!(request.getUserPrincipal() instanceof AccountAuthentication account)) {
            return Optional.empty();
        }
        if (isOver(request)) {
            return Optional.empty();
        }
        var actor = actors.findActorOfAccount(
                account.accountId(), account.hasSecondFactor(), account.scopes(), request.getRemoteAddr());
        actor.ifPresent(found -> request.setAttribute(KEY, found));
        return actor;
    }

    /** The idle time-out is Spring Session's; this ends a session that is kept busy for ever. */
    private boolean isOver(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(settings.sessionLifetime())
                        .isBefore(clock.instant());
    }
}
