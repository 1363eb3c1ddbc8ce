package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.identity.domain.IdentityActs;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every handler method. One that says nothing about who may reach it is reached by nobody. Who lacks the
 * permission gets 404, as if there were nothing: the existence of a function is not told either.
 */
@Component
class Guard implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final RequestActor actors;
    private final SignInEntryPoint entryPoint;
    private final IdentityActs acts;

    Guard(RequestActor actors, SignInEntryPoint entryPoint, IdentityActs acts) {
        this.actors = actors;
        this.entryPoint = entryPoint;
        this.acts = acts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            // static resources and the like
            return true;
        }
        if (find(method, Anyone.class) != null) {
            return true;
        }
        Requires requires = find(method, Requires.class);
        if (requires == null && find(method, SignedIn.class) == null) {
            LOG.error("{} carries none of @Requires, @SignedIn, @Anyone and is therefore closed", method);
            throw new NotFound(request.getRequestURI());
        }
        var actor = actors.find(request);
        if (actor.isEmpty()) {
            entryPoint.commence(request, response);
            return false;
        }
        if (requires != null && Arrays.stream(requires.value()).noneMatch(actor.get()::may)) {
            refuse(actor.get(), request, requires);
        }
        return true;
    }

    private void refuse(Actor actor, HttpServletRequest request, Requires requires) {
        String path = request.getRequestURI();
        acts.refused(
                actor,
                request.getUserPrincipal().getName(),
                request.getMethod() + " " + (path.length() <= 200 ? path : path.substring(0, 200)));
        throw new NotFound(path + " requires " + Arrays.toString(requires.value()));
    }

    /** on the method, else on its class; the method wins, so an open page may stand in a closed controller */
    private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> type) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        if (onMethod != null || isMarked(method)) {
            return onMethod;
        }
        return AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }

    private static boolean isMarked(HandlerMethod method) {
        return method.hasMethodAnnotation(Anyone.class)
                || method.hasMethodAnnotation(SignedIn.class)
                || method.hasMethodAnnotation(Requires.class);
    }
}
