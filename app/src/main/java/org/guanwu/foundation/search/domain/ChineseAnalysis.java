package org.guanwu.foundation.search.domain;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * Single characters and pairs are indexed; a query is cut into pairs, and a query of one character stays one. Measured
 * against dictionary segmentation: no literal match is missed and one-character words are found (税).
 */
public class ChineseAnalysis implements LuceneAnalysisConfigurer {

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        analyzer(context, IndexedEntry.ANALYZER, true);
        analyzer(context, IndexedEntry.QUERY_ANALYZER, false);
    }

    private static void analyzer(LuceneAnalysisConfigurationContext context, String name, boolean hasUnigrams) {
        context.analyzer(name)
                .custom()
                .tokenizer("standard")
                .tokenFilter("cjkWidth")
                .tokenFilter("lowercase")
                .tokenFilter("cjkBigram")
                .param("outputUnigrams", String.valueOf(hasUnigrams));
    }
}
