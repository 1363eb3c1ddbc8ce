package org.guanwu.foundation.search.domain;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final String BACKEND = "hibernate.search.backend.";

    @Bean
    HibernatePropertiesCustomizer searchBackend(
            SearchSettings settings, @Value("${guanwu.data-dir:./data}") String dataDirectory) {
        return properties -> {
            // entries are written with SQL and indexed by EntryIndexing: nothing listens to entity events
            properties.put("hibernate.search.indexing.listeners.enabled", "false");
            if ("lucene".equals(settings.backend())) {
                properties.put(BACKEND + "type", "lucene");
                properties.put(BACKEND + "lucene_version", "LATEST");
                properties.put(
                        BACKEND + "directory.root",
                        Path.of(dataDirectory, "lucene").toAbsolutePath().toString());
                properties.put(BACKEND + "analysis.configurer", "class:" + ChineseAnalysis.class.getName());
                return;
            }
            properties.put(BACKEND + "type", "elasticsearch");
            properties.put(BACKEND + "hosts", settings.hosts());
            properties.put(BACKEND + "protocol", settings.protocol());
            properties.put(BACKEND + "version", settings.version());
            properties.put(BACKEND + "analysis.configurer", "class:" + ChineseClusterAnalysis.class.getName());
            if (!settings.username().isEmpty()) {
                properties.put(BACKEND + "username", settings.username());
                properties.put(BACKEND + "password", settings.password());
            }
        };
    }
}
