package org.guanwu.portal.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.guanwu.foundation.search.EntryChanged;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.openness.publication.PublishedItems.Filter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the codes of topics, types and units are called; for search, whose entries carry codes only. */
@Component
public class CatalogueLabels {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final PublishedItems items;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Instant.EPOCH, Map.of()));

    private record Known(Instant at, Map<String, String> labels) {}

    CatalogueLabels(PublishedItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    public String label(String field, String value, String otherwise) {
        return labels().getOrDefault(field + ":" + value, otherwise);
    }

    private Map<String, String> labels() {
        Known last = known.get();
        Instant now = clock.instant();
        if (last.at().plus(KEPT).isAfter(now)) {
            return last.labels();
        }
        var labels = new HashMap<String, String>();
        for (var facet : items.facets(Filter.ALL)) {
            facet.buckets().forEach(b -> labels.put(facet.field() + ":" + b.value(), b.label()));
        }
        known.set(new Known(now, labels));
        return labels;
    }

    /** what was published or withdrawn shows at once where it happened */
    @EventListener(EntryChanged.class)
    void forget() {
        known.set(new Known(Instant.EPOCH, Map.of()));
    }
}
