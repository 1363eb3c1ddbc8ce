package org.guanwu.assembly;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dataDir everything persistent lives below it: database, files, index, keys
 * @param durable false only in tests: the embedded database may then lose its last commits in a power cut
 */
@ConfigurationProperties("guanwu")
public record GuanwuSettings(
        @DefaultValue("./data") String dataDir,
        @DefaultValue("true") boolean durable) {}
