package org.guanwu.portal.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.guanwu.foundation.search.EntryChanged;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.openness.publication.PublishedItems.Section;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 栏目 that have something in them. Read at most once in ten seconds: they stand in the navigation of every page. */
@Component
public class PortalSections {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final ObjectProvider<PublishedItems> items;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Instant.EPOCH, List.of()));

    private record Known(Instant at, List<Section> sections) {}

    PortalSections(ObjectProvider<PublishedItems> items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    public List<Section> list() {
        Known last = known.get();
        Instant now = clock.instant();
        if (last.at().plus(KEPT).isAfter(now)) {
            return last.sections();
        }
        PublishedItems source = items.getIfAvailable();
        List<Section> fresh = source == null
                ? List.of()
                : source.listSections().stream().filter(s -> s.count() > 0).toList();
        known.set(new Known(now, fresh));
        return fresh;
    }

    public List<Section> listTop() {
        return list().stream().filter(s -> s.parentCode() == null).toList();
    }

    public List<Section> listBelow(String parentCode) {
        return list().stream().filter(s -> parentCode.equals(s.parentCode())).toList();
    }

    public Optional<Section> find(String code) {
        return list().stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** what was published or withdrawn shows at once where it happened */
    @EventListener(EntryChanged.class)
    void forget() {
        known.set(new Known(Instant.EPOCH, List.of()));
    }
}
