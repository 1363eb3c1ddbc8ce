package org.guanwu.foundation.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@GuanwuTest
class HandlersAreGuardedTests {

    private final RequestMappingHandlerMapping mapping;

    HandlersAreGuardedTests(ApplicationContext context) {
        this.mapping = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    @Test
    void everyHandlerSaysWhoMayReachIt() {
        var open = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            boolean isMarked = List.of(Requires.class, SignedIn.class, Anyone.class).stream()
                    .anyMatch(a -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), a)
                            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), a));
            if (!isMarked) {
                open.add(info + " " + method);
            }
        });
        assertThat(open).isEmpty();
    }

    /** The outer wall of /office and the mark of the handler must not contradict each other. */
    @Test
    void nothingUnderOfficeIsForAnyone() {
        var contradictory = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            boolean isOffice = info.getPatternValues().stream()
                    .anyMatch(p -> p.startsWith("/office") || p.startsWith("/api/v1/office"));
            if (isOffice && isForAnyone(method)) {
                contradictory.add(info + " " + method);
            }
        });
        assertThat(contradictory).isEmpty();
    }

    @Test
    void noHandlerAnswersEveryMethod() {
        var unbounded = mapping.getHandlerMethods().entrySet().stream()
                .filter(e -> methods(e.getKey()).isEmpty())
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("org.guanwu"))
                .map(e -> e.getKey() + " " + e.getValue())
                .toList();
        assertThat(unbounded).isEmpty();
    }

    private static boolean isForAnyone(HandlerMethod method) {
        boolean isMarkedItself = AnnotatedElementUtils.hasAnnotation(method.getMethod(), Requires.class)
                || AnnotatedElementUtils.hasAnnotation(method.getMethod(), SignedIn.class);
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Anyone.class)
                || !isMarkedItself && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Anyone.class);
    }

    private static java.util.Set<RequestMethod> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods();
    }
}
