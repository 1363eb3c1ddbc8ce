package org.guanwu.foundation.search.domain;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/** The same analysis as {@link ChineseAnalysis} for an OpenSearch cluster; all its parts are built in there. */
public class ChineseClusterAnalysis implements ElasticsearchAnalysisConfigurer {

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        analyzer(context, IndexedEntry.ANALYZER, "zh_pairs_and_single");
        analyzer(context, IndexedEntry.QUERY_ANALYZER, "zh_pairs");
        context.tokenFilter("zh_pairs_and_single").type("cjk_bigram").param("output_unigrams", true);
        context.tokenFilter("zh_pairs").type("cjk_bigram").param("output_unigrams", false);
    }

    private static void analyzer(ElasticsearchAnalysisConfigurationContext context, String name, String filter) {
        context.analyzer(name).custom().tokenizer("standard").tokenFilters("cjk_width", "lowercase", filter);
    }
}
