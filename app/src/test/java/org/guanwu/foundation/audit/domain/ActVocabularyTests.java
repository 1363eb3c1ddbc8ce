package org.guanwu.foundation.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.guanwu.foundation.routing.RouteAct;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ActVocabularyTests {

    private final ActVocabulary words = new ActVocabulary(new PathMatchingResourcePatternResolver());

    @Test
    void everyLineIsACodeOfItsModuleWithAChineseLabelGivenOnce() throws IOException {
        Map<String, String> seen = new HashMap<>();
        var wrong = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/main/resources/acts"))) {
            for (Path file : files.sorted().toList()) {
                String module = file.getFileName().toString().replace(".properties", "");
                for (String line : Files.readAllLines(file)) {
                    if (line.isBlank() || line.startsWith("#")) {
                        continue;
                    }
                    String code = line.substring(0, line.indexOf(" = "));
                    String label = line.substring(line.indexOf(" = ") + 3);
                    boolean isOurs =
                            code.startsWith(module + ".") || code.startsWith("object.") || code.startsWith("fact.");
                    if (!isOurs || !label.matches("[\\p{IsHan}]{2,10}") || seen.put(code, label) != null) {
                        wrong.add(file + ": " + line);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theActsOfARouteAreNamed() {
        for (RouteAct act : RouteAct.values()) {
            assertThat(words.act("routing." + act.code())).as(act.code()).doesNotContain("routing.");
        }
    }

    @Test
    void anUnknownCodeIsShownAsItIs() {
        assertThat(words.act("nothing.known")).isEqualTo("nothing.known");
        assertThat(words.object("nothing-known")).isEqualTo("nothing-known");
    }
}
