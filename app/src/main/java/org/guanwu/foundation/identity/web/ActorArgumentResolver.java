package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.guanwu.foundation.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** A handler's {@code Actor}: never null behind {@code @Requires} and {@code @SignedIn}, which {@link Guard} enforces. */
@Component
class ActorArgumentResolver implements HandlerMethodArgumentResolver {

    private final RequestActor actors;

    ActorArgumentResolver(RequestActor actors) {
        this.actors = actors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        return request == null ? null : actors.find(request).orElse(null);
    }
}
