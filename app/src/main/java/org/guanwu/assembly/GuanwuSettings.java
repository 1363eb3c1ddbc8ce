package org.guanwu.assembly;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dataDir everything persistent lives below it: database, files, index, keys
 */
@ConfigurationProperties("guanwu")
public record GuanwuSettings(@DefaultValue("./data") String dataDir) {}
