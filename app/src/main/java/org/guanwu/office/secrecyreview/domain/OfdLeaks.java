package org.guanwu.office.secrecyreview.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakKind;

/** What an OFD (GB/T 33190-2016) carries besides its pages: attachments, annotations, properties, older versions. */
final class OfdLeaks {

    private static final Map<String, String> PROPERTIES = Map.of(
            "Author", "作者",
            "Subject", "主题",
            "Abstract", "摘要",
            "Keyword", "关键词");

    private OfdLeaks() {}

    static List<Leak> in(byte[] file) throws IOException {
        var zip = ZipParts.read(file);
        List<Leak> leaks = new ArrayList<>();
        Set<String> attachments = new LinkedHashSet<>();
        int[] annotations = {0};
        int[] hidden = {0};
        boolean[] hasVersions = {false};
        for (var part : zip.parts().entrySet()) {
            String name = part.getKey();
            if (!name.endsWith(".xml")) {
                continue;
            }
            XmlElements.visit(part.getValue(), (element, attributes) -> {
                switch (element) {
                    case "Attachment" ->
                        attachments.add(attributes.getOrDefault("Name", attributes.getOrDefault("ID", "附件")));
                    case "Annot" -> annotations[0]++;
                    case "Version" -> hasVersions[0] = true;
                    default -> {
                        // pages, resources, signatures: what one sees
                    }
                }
                if (attributes.getOrDefault("Visible", "true").equals("false")) {
                    hidden[0]++;
                }
            });
        }
        byte[] root = zip.parts().get("OFD.xml");
        if (root != null) {
            List<String> found = new ArrayList<>();
            XmlElements.texts(root).forEach((element, value) -> {
                if (PROPERTIES.containsKey(element)) {
                    found.add(PROPERTIES.get(element) + "：" + value);
                }
            });
            if (!found.isEmpty()) {
                leaks.add(Leak.inFile(LeakKind.METADATA, String.join("；", found)));
            }
        }
        if (!attachments.isEmpty()) {
            leaks.add(Leak.inFile(LeakKind.EMBEDDED_FILE, String.join("、", attachments)));
        }
        if (annotations[0] > 0) {
            leaks.add(Leak.inFile(LeakKind.ANNOTATIONS, annotations[0] + " 处注释"));
        }
        if (hidden[0] > 0) {
            leaks.add(Leak.inFile(LeakKind.HIDDEN_LAYER, hidden[0] + " 个不可见对象"));
        }
        if (hasVersions[0]) {
            leaks.add(Leak.inFile(LeakKind.REVISIONS, "文件内含有旧版本"));
        }
        return leaks;
    }
}
