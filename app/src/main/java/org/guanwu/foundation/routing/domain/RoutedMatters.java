package org.guanwu.foundation.routing.domain;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.routing.RoutedMatter;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the business modules have said about their matters. They depend on routing, so they are asked for late. */
@Component
class RoutedMatters {

    private final ObjectProvider<RoutedMatter> declared;

    RoutedMatters(ObjectProvider<RoutedMatter> declared) {
        this.declared = declared;
    }

    private Optional<RoutedMatter> find(Matter matter) {
        Map<String, RoutedMatter> byType =
                declared.stream().collect(Collectors.toMap(RoutedMatter::type, Function.identity()));
        return Optional.ofNullable(byType.get(matter.type()));
    }

    /**
     * Whoever has held a task or a reading of it, or administers its unit, need not be asked about.
     *
     * @throws NotFound for everybody else, whether the route exists or not
     */
    void requireVisible(Actor actor, RouteRecord record) {
        if (!isVisible(actor, record)) {
            throw new NotFound(record.matter().toString());
        }
    }

    boolean isVisible(Actor actor, RouteRecord record) {
        return isParty(actor.personId(), record.route())
                || RouteAuthority.administers(actor, record)
                || find(record.matter())
                        .map(matter -> matter.maySee(actor, record.matter().id()))
                        .orElse(false);
    }

    private static boolean isParty(long person, Route route) {
        return route.drafter() == person
                || route.tasks().values().stream().anyMatch(t -> t.person() == person || t.principal() == person)
                || route.readings().stream().anyMatch(r -> r.reader() == person);
    }

    String contentDigest(Matter matter) {
        return find(matter).map(m -> m.contentDigest(matter.id())).orElse("");
    }

    /** the business module's own rules, inside the transaction of the act */
    void ask(Matter matter, Consumer<RoutedMatter> rule) {
        find(matter).ifPresent(rule);
    }
}
