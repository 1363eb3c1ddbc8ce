package org.guanwu.foundation.search.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param backend {@code lucene}: in this process, below the data directory, one node; {@code opensearch}: a cluster,
 *     any number of nodes
 * @param hosts of the cluster, {@code host:9200,host:9200}
 * @param exactUpTo with more hits than this, totals and facets are estimated and said to be
 */
@ConfigurationProperties("guanwu.search")
record SearchSettings(
        @DefaultValue("lucene") String backend,
        @DefaultValue("localhost:9200") String hosts,
        @DefaultValue("http") String protocol,
        @DefaultValue("opensearch:3.8.0") String version,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("10000") int exactUpTo) {}
