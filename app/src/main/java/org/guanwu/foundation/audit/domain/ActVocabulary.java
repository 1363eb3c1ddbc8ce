package org.guanwu.foundation.audit.domain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * 动作 in Chinese: each module brings {@code acts/<module>.properties} with a label for each code it records, and for
 * each type of object ({@code object.outgoing-document = 发文}); {@code acts/facts.properties} names the facts that go
 * with acts. What has no label is shown by its code.
 */
@Component
public class ActVocabulary {

    private static final String OBJECT = "object.";
    private static final String FACT = "fact.";

    private final Map<String, String> labels = new TreeMap<>();

    ActVocabulary(ResourcePatternResolver resources) {
        try {
            for (Resource file : resources.getResources("classpath*:acts/*.properties")) {
                var entries = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    entries.load(reader);
                }
                entries.forEach((code, label) -> labels.put(code.toString(), label.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vocabulary of acts cannot be read", e);
        }
    }

    public String act(String code) {
        return labels.getOrDefault(code, code);
    }

    public String object(String type) {
        return labels.getOrDefault(OBJECT + type, type);
    }

    public String fact(String key) {
        return labels.getOrDefault(FACT + key, key);
    }
}
