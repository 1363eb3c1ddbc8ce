package org.guanwu.openness.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;

/** What the public may read, and nothing else: the only door through which the portal sees the house. */
public interface PublishedItems {

    /** also a withdrawn item: its page stays with number, title, date and reason, its text is gone */
    Optional<PublishedItem> find(String catalogueNumber);

    /** newest first, keyset-paged, at most 100 rows */
    Page<Summary> list(Filter filter, @Nullable String cursor, int limit);

    long count(Filter filter);

    /** counts for the current choice, for the facets of a list page */
    List<Facet> facets(Filter filter);

    List<Section> listSections();

    /** every catalogue number with its last change, in steps of at most 10,000, for the sitemap */
    List<Changed> listChanged(long afterId, int limit);

    /** @param section code of a portal section, null for all */
    record Filter(
            @Nullable String section,
            Set<Long> unitIds,
            Set<String> topics,
            Set<String> types,
            Set<Integer> years,
            Set<Validity> validities,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Filter ALL = new Filter(null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null);
    }

    record Summary(
            long id,
            String catalogueNumber,
            String title,
            @Nullable String documentNumber,
            String issuingAuthority,
            String topic,
            String topicLabel,
            String type,
            String typeLabel,
            LocalDate documentDate,
            LocalDate publishedOn,
            Validity validity,
            String summary) {}

    record Facet(String field, List<Bucket> buckets) {}

    record Bucket(String value, String label, long count) {}

    /** @param count published items in it now; a section without content is not printed */
    record Section(String code, String label, @Nullable String parentCode, String description, long count) {}

    record Changed(long id, String catalogueNumber, Instant changedAt) {}
}
