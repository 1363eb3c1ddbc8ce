package org.guanwu.foundation.search.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guanwu.foundation.search.SearchEntry;
import org.hibernate.annotations.Immutable;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.automaticindexing.ReindexOnUpdate;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexingDependency;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.jspecify.annotations.Nullable;

/**
 * A row of the entry table as the index sees it. Rows are written with SQL by {@link EntryIntake}; this class only reads
 * them, and is the one place that uses JPA, because Hibernate Search wants it.
 */
@Entity
@Immutable
@Table(schema = "search", name = "search_entry")
@Indexed(index = "search_entry")
class IndexedEntry {

    static final String ANALYZER = "zh_index";
    static final String QUERY_ANALYZER = "zh_query";

    @Id
    private Long id = 0L;

    @FullTextField(analyzer = ANALYZER, searchAnalyzer = QUERY_ANALYZER)
    private String title = "";

    @FullTextField(name = "numberText", analyzer = ANALYZER, searchAnalyzer = QUERY_ANALYZER)
    private @Nullable String number;

    @FullTextField(analyzer = ANALYZER, searchAnalyzer = QUERY_ANALYZER)
    private String body = "";

    @KeywordField
    private String kind = "";

    @GenericField(aggregable = Aggregable.YES)
    private long unitId;

    @KeywordField(aggregable = Aggregable.YES)
    private @Nullable String topic;

    @KeywordField(aggregable = Aggregable.YES)
    private @Nullable String type;

    @KeywordField(aggregable = Aggregable.YES)
    private @Nullable String validity;

    @KeywordField
    private @Nullable String catalogueNumber;

    @GenericField(sortable = Sortable.YES)
    private @Nullable LocalDate publishedOn;

    @GenericField(sortable = Sortable.YES)
    private @Nullable LocalDate documentDate;

    private String[] readers = {};

    private boolean removed;

    private long revision;

    private long indexedRevision;

    long id() {
        return id;
    }

    boolean isRemoved() {
        return removed;
    }

    long revision() {
        return revision;
    }

    /** the year a reader would name: of the document, else of its publication */
    @Transient
    @GenericField(aggregable = Aggregable.YES)
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    @Nullable
    Integer getYear() {
        LocalDate date = documentDate == null ? publishedOn : documentDate;
        return date == null ? null : date.getYear();
    }

    @Transient
    @GenericField
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    @Nullable
    LocalDate getDated() {
        return publishedOn == null ? documentDate : publishedOn;
    }

    /** the number, also with a shortened code, in one way of writing */
    @Transient
    @KeywordField
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    Collection<String> getNumberKeys() {
        return number == null
                ? List.of()
                : WrittenNumber.find(number).map(WrittenNumber::keys).orElse(Set.of());
    }

    /** the number with its whole code */
    @Transient
    @KeywordField
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    @Nullable
    String getNumberKey() {
        return number == null
                ? null
                : WrittenNumber.find(number).map(WrittenNumber::key).orElse(null);
    }

    @Transient
    @KeywordField
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    Collection<String> getReaderTokens() {
        return expanded(List.of(readers));
    }

    /** constant parts of all entries, to count a part and estimate the whole when very many are found */
    @Transient
    @KeywordField
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    Collection<String> getSamples() {
        return Samples.of(id);
    }

    /**
     * {@code unit:/1/2/} may be found by whoever reads in {@code /1/2/} or in {@code /1/}: with all prefixes in the index
     * the reader's own few prefixes match exactly.
     */
    static Set<String> expanded(Collection<String> readers) {
        var tokens = new TreeSet<String>();
        for (String reader : readers) {
            tokens.add(reader);
            if (reader.startsWith(SearchEntry.UNIT)) {
                String path = reader.substring(SearchEntry.UNIT.length());
                for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                    tokens.add(SearchEntry.UNIT + path.substring(0, slash + 1));
                }
            }
        }
        return tokens;
    }
}
