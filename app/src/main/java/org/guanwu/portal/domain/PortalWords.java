package org.guanwu.portal.domain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.guanwu.portal.PortalLanguage;
import org.springframework.stereotype.Component;

/** The portal's own words in three languages, read once. A word that a language lacks is shown in simplified Chinese. */
@Component
public class PortalWords {

    private final Map<PortalLanguage, Map<String, String>> words = new EnumMap<>(PortalLanguage.class);

    PortalWords() {
        for (var language : PortalLanguage.values()) {
            words.put(language, read(language));
        }
    }

    public String word(PortalLanguage language, String key, Object... values) {
        String pattern = of(language).get(key);
        if (pattern == null) {
            pattern = of(PortalLanguage.SIMPLIFIED).getOrDefault(key, key);
        }
        return values.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(values);
    }

    Map<String, String> of(PortalLanguage language) {
        return words.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(PortalLanguage language) {
        String name = "/messages/" + language.messages() + ".properties";
        try (var in = PortalWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var read = new java.util.HashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
            return Map.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
