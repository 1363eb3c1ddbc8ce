package org.guanwu.foundation.routing.domain;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guanwu.foundation.routing.RouteTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Events and templates as JSON: the record components and nothing else; the event's simple name is its type. */
final class EventCodec {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(v -> v.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<String, Class<?>> TYPES = Arrays.stream(RouteEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private EventCodec() {}

    static String type(RouteEvent event) {
        return event.getClass().getSimpleName();
    }

    static String write(RouteEvent event) {
        return JSON.writeValueAsString(event);
    }

    static RouteEvent read(String type, String body) {
        Class<?> event = TYPES.get(type);
        if (event == null) {
            throw new IllegalStateException("no route event " + type);
        }
        return (RouteEvent) JSON.readValue(body, event);
    }

    static String write(RouteTemplate template) {
        return JSON.writeValueAsString(template);
    }

    static RouteTemplate readTemplate(String body) {
        return JSON.readValue(body, RouteTemplate.class);
    }

    static String write(TemplateDraft draft) {
        return JSON.writeValueAsString(draft);
    }

    static TemplateDraft readDraft(String body) {
        return JSON.readValue(body, TemplateDraft.class);
    }
}
