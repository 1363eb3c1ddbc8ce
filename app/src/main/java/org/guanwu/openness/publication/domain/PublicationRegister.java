package org.guanwu.openness.publication.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.search.Search;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.Page;
import org.guanwu.foundation.workingday.LegalClocks;
import org.guanwu.openness.publication.Validity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of the workspace: to publish with the clock, published, withdrawn. */
@Component
public class PublicationRegister {

    private static final int PAGE = 50;
    private static final int MOST_HITS = 200;

    /** 待公开、更正中、已公开、已撤下 */
    public enum Tab {
        TO_PUBLISH("待公开", "status = 'TO_PUBLISH'"),
        CORRECTING("更正中", "status = 'PUBLISHED' and draft_version is not null"),
        PUBLISHED("已公开", "status = 'PUBLISHED'"),
        WITHDRAWN("已撤下", "status = 'WITHDRAWN'");

        private final String label;
        private final String condition;

        Tab(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        public String label() {
            return label;
        }
    }

    private final JdbcClient jdbc;
    private final LegalClocks clocks;
    private final Search search;

    PublicationRegister(JdbcClient jdbc, LegalClocks clocks, Search search) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.search = search;
    }

    /** @param text words of the title or the text, or a document number; blank for all */
    public Page<Line> list(Actor actor, Tab tab, String text, String topic, @Nullable String cursor) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions =
                new ArrayList<>(List.of(tab.condition, PublicationAccess.condition(actor, parameters)));
        if (!topic.isBlank()) {
            conditions.add("topic = :topic");
            parameters.put("topic", topic);
        }
        if (!text.isBlank()) {
            narrow(tab, text.strip(), conditions, parameters);
        }
        if (cursor != null && !cursor.isEmpty()) {
            conditions.add("id < :before");
            parameters.put("before", before(cursor));
        }
        parameters.put("limit", PAGE + 1);
        var found = jdbc.sql("select * from publication.item where " + String.join(" and ", conditions)
                        + " order by id desc limit :limit")
                .params(parameters)
                .query(this::line)
                .list();
        var rows = found.stream().limit(PAGE).toList();
        return new Page<>(rows, found.size() > PAGE ? Cursor.of(rows.getLast().id()) : null, null);
    }

    /** what is published is looked up in the index; what is not is little, and looked up by its title */
    private void narrow(Tab tab, String text, List<String> conditions, Map<String, Object> parameters) {
        if (tab == Tab.PUBLISHED) {
            List<Long> ids = search
                    .search(new Search.Query(
                            text,
                            Set.of(SearchEntry.PUBLIC),
                            Set.of(PublicEntries.KIND),
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            null,
                            null,
                            Search.Order.RELEVANCE,
                            0,
                            MOST_HITS))
                    .hits()
                    .stream()
                    .map(hit -> Long.parseLong(
                            hit.entry().key().substring(hit.entry().key().indexOf(':') + 1)))
                    .toList();
            conditions.add("id = any(:ids)");
            parameters.put("ids", ids.toArray(Long[]::new));
        } else {
            conditions.add("(title ilike :text or document_number ilike :text)");
            parameters.put("text", "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
    }

    private static long before(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
        }
    }

    private Line line(ResultSet row, int n) throws SQLException {
        String sourceKey = row.getString("source_key");
        boolean isRunning = row.getString("source").equals("OFFICIAL_DOCUMENT")
                && row.getString("status").equals("TO_PUBLISH");
        int draft = row.getInt("draft_version");
        boolean hasDraft = !row.wasNull();
        return new Line(
                row.getLong("id"),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("catalogue_number"),
                row.getString("unit_name"),
                row.getObject("document_date", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                Validity.valueOf(row.getString("validity")).label(),
                hasDraft && draft > 1,
                isRunning && sourceKey != null ? light(sourceKey) : null);
    }

    private @Nullable Light light(String sourceKey) {
        int colon = sourceKey.indexOf(':');
        var matter = new Matter(sourceKey.substring(0, colon), Long.parseLong(sourceKey.substring(colon + 1)));
        return clocks.find(matter, Release.CLOCK)
                .filter(clock -> clock.remaining() != null)
                .map(clock -> Light.of(clock.remaining(), clock.isProvisional()))
                .orElse(null);
    }

    /**
     * 状态灯.
     *
     * @param kind ok, warn, late: shape and colour
     */
    public record Light(String kind, String words) {

        static Light of(int remaining, boolean isProvisional) {
            String kind = remaining < 0 ? "late" : remaining <= 5 ? "warn" : "ok";
            String words =
                    remaining < 0 ? "逾期 " + -remaining + " 日" : remaining == 0 ? "今天到期" : "余 " + remaining + " 日";
            return new Light(kind, isProvisional ? words + "（预计）" : words);
        }
    }

    public record Line(
            long id,
            String title,
            @Nullable String documentNumber,
            @Nullable String catalogueNumber,
            String unitName,
            LocalDate documentDate,
            @Nullable LocalDate publishedOn,
            String validity,
            boolean isCorrecting,
            @Nullable Light light) {}
}
