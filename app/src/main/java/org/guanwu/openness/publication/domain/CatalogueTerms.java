package org.guanwu.openness.publication.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guanwu.openness.publication.PublishedItems.Bucket;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Topics, types and sections: rows of the database, read when asked, since a unit may edit them. */
@Component
public class CatalogueTerms {

    private final JdbcClient jdbc;

    CatalogueTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, String> topics() {
        return read("select code, label from publication.topic order by ordinal, code");
    }

    public Map<String, String> types() {
        return read("select code, label from publication.item_type order by ordinal, code");
    }

    /** leaves only: an item stands in a section without sections below it */
    public Map<String, String> sections() {
        return read("""
                select code, label from publication.section s
                where not exists (select 1 from publication.section below where below.parent_code = s.code)
                order by parent_code nulls last, ordinal, code""");
    }

    /** the section and all below it; empty for none and for one that there is not */
    List<String> within(@Nullable String section) {
        if (section == null) {
            return List.of();
        }
        return jdbc.sql("""
                        with recursive below as (
                          select code from publication.section where code = :section
                          union select s.code from publication.section s join below b on s.parent_code = b.code)
                        select code from below""").param("section", section).query(String.class).list();
    }

    private Map<String, String> read(String sql) {
        Map<String, String> terms = new LinkedHashMap<>();
        jdbc.sql(sql).query(row -> {
            terms.put(row.getString("code"), row.getString("label"));
        });
        return terms;
    }

    List<Bucket> ordered(List<Bucket> buckets, Map<String, String> labels) {
        List<String> order = List.copyOf(labels.keySet());
        return buckets.stream()
                .map(b -> new Bucket(b.value(), labels.getOrDefault(b.value(), b.value()), b.count()))
                .sorted(Comparator.comparingInt(b -> order.indexOf(b.value())))
                .toList();
    }
}
