package org.guanwu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sample documents of {@code demo/documents.txt}. */
final class SampleDocuments {

    record Sample(Map<String, String> fields, String body) {

        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        int startedWorkingDaysAgo() {
            return Integer.parseInt(field("started"));
        }
    }

    private SampleDocuments() {}

    static List<Sample> read() {
        try (var stream = SampleDocuments.class.getResourceAsStream("/demo/documents.txt")) {
            if (stream == null) {
                throw new IllegalStateException("demo/documents.txt is not on the class path");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var samples = new ArrayList<Sample>();
            String[] records = text.split("(?m)^====\\n");
            for (int i = 1; i < records.length; i++) {
                samples.add(parse(records[i]));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample parse(String text) {
        int blank = text.indexOf("\n\n");
        var fields = new HashMap<String, String>();
        for (String line : text.substring(0, blank).split("\n")) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return new Sample(Map.copyOf(fields), text.substring(blank + 2).strip());
    }
}
