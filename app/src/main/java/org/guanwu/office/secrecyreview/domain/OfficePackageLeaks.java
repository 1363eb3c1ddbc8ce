package org.guanwu.office.secrecyreview.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakKind;

/** What DOCX and XLSX carry besides what one sees. Looks at the parts themselves, so that no library hides anything. */
final class OfficePackageLeaks {

    private static final Set<String> TRACKED = Set.of(
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "cellIns",
            "cellDel",
            "numberingChange");
    private static final Map<String, String> CORE = Map.of(
            "creator", "作者",
            "lastModifiedBy", "上次保存",
            "description", "备注",
            "keywords", "关键词",
            "category", "类别",
            "subject", "主题",
            "contentStatus", "状态");
    private static final Map<String, String> APP = Map.of("Company", "单位", "Manager", "主管", "HyperlinkBase", "链接基址");

    private final ZipParts zip;
    private final List<Leak> leaks = new ArrayList<>();

    private OfficePackageLeaks(ZipParts zip) {
        this.zip = zip;
    }

    static List<Leak> in(byte[] file) throws IOException {
        return new OfficePackageLeaks(ZipParts.read(file)).find();
    }

    private List<Leak> find() throws IOException {
        properties();
        parts();
        word();
        sheets();
        return leaks;
    }

    private void properties() throws IOException {
        List<String> found = new ArrayList<>();
        for (var part :
                Map.of("docProps/core.xml", CORE, "docProps/app.xml", APP).entrySet()) {
            byte[] xml = zip.parts().get(part.getKey());
            if (xml != null) {
                XmlElements.texts(xml).forEach((name, value) -> {
                    if (part.getValue().containsKey(name)) {
                        found.add(part.getValue().get(name) + "：" + value);
                    }
                });
            }
        }
        if (!found.isEmpty()) {
            found.sort(null);
            leaks.add(Leak.inFile(LeakKind.METADATA, String.join("；", found)));
        }
    }

    private void parts() throws IOException {
        Set<String> embedded = new LinkedHashSet<>();
        Set<String> comments = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        Set<String> custom = new LinkedHashSet<>();
        for (var part : zip.parts().entrySet()) {
            String name = part.getKey();
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (name.contains("/embeddings/") || name.contains("/activeX/") || file.startsWith("oleObject")) {
                embedded.add(file);
            } else if (name.contains("/externalLinks/") && file.endsWith(".xml")) {
                links.add(file);
            } else if (file.endsWith("vbaProject.bin")) {
                leaks.add(Leak.inFile(LeakKind.MACRO, file));
            } else if (isComments(name) && hasComment(part.getValue())) {
                comments.add(file);
            } else if (name.startsWith("customXml/item") && !file.startsWith("itemProps")) {
                custom.add(file);
            } else if (name.equals("docProps/custom.xml")) {
                custom.addAll(customProperties(part.getValue()));
            } else if (name.contains("/media/")
                    && !ImageLeaks.in(part.getValue()).isEmpty()) {
                leaks.add(Leak.inFile(LeakKind.LOCATION, "图片 " + file));
            }
        }
        add(LeakKind.EMBEDDED_FILE, embedded);
        add(LeakKind.COMMENTS, comments);
        add(LeakKind.EXTERNAL_LINK, links);
        add(LeakKind.CUSTOM_DATA, custom);
    }

    static boolean isComments(String part) {
        return part.matches("(?:word|xl)/(?:comments[0-9]*|threadedComments/.*|comments/.*)\\.xml");
    }

    private static boolean hasComment(byte[] part) throws IOException {
        boolean[] has = {false};
        XmlElements.visit(
                part, (name, attributes) -> has[0] |= name.equals("comment") || name.equals("threadedComment"));
        return has[0];
    }

    private static Set<String> customProperties(byte[] part) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        XmlElements.visit(part, (name, attributes) -> {
            if (name.equals("property")) {
                names.add(attributes.getOrDefault("name", "未命名属性"));
            }
        });
        return names;
    }

    private void word() throws IOException {
        int[] tracked = {0};
        int[] hidden = {0};
        for (var part : zip.parts().entrySet()) {
            if (part.getKey().matches("word/(?:document|header[0-9]*|footer[0-9]*|footnotes|endnotes)\\.xml")) {
                XmlElements.visit(part.getValue(), (name, attributes) -> {
                    if (TRACKED.contains(name)) {
                        tracked[0]++;
                    } else if (isOn(name.equals("vanish") || name.equals("webHidden"), attributes)) {
                        hidden[0]++;
                    }
                });
            }
        }
        if (tracked[0] > 0) {
            leaks.add(Leak.inFile(LeakKind.TRACKED_CHANGES, tracked[0] + " 处修订"));
        }
        if (hidden[0] > 0) {
            leaks.add(Leak.inFile(LeakKind.HIDDEN_TEXT, hidden[0] + " 处隐藏文字"));
        }
    }

    private static boolean isOn(boolean isHiding, Map<String, String> attributes) {
        String value = attributes.getOrDefault("val", "1");
        return isHiding && !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    private void sheets() throws IOException {
        byte[] workbook = zip.parts().get("xl/workbook.xml");
        if (workbook == null) {
            return;
        }
        Set<String> hidden = new LinkedHashSet<>();
        XmlElements.visit(workbook, (name, attributes) -> {
            if (name.equals("sheet")
                    && !attributes.getOrDefault("state", "visible").equals("visible")) {
                boolean isVery = attributes.get("state").equals("veryHidden");
                hidden.add(attributes.getOrDefault("name", "") + (isVery ? "（深度隐藏）" : ""));
            }
        });
        add(LeakKind.HIDDEN_SHEET, hidden);
        for (var part : zip.parts().entrySet()) {
            if (part.getKey().matches("xl/worksheets/[^/]+\\.xml")) {
                int[] rows = {0};
                int[] columns = {0};
                XmlElements.visit(part.getValue(), (name, attributes) -> {
                    String isHidden = attributes.getOrDefault("hidden", "0");
                    if (isHidden.equals("1") || isHidden.equals("true")) {
                        rows[0] += name.equals("row") ? 1 : 0;
                        columns[0] += name.equals("col") ? 1 : 0;
                    }
                });
                String sheet =
                        part.getKey().substring("xl/worksheets/".length()).replace(".xml", "");
                if (rows[0] > 0) {
                    leaks.add(Leak.inFile(LeakKind.HIDDEN_ROWS, sheet + " 有 " + rows[0] + " 行隐藏"));
                }
                if (columns[0] > 0) {
                    leaks.add(Leak.inFile(LeakKind.HIDDEN_COLUMNS, sheet + " 有 " + columns[0] + " 组列隐藏"));
                }
            }
        }
    }

    private void add(LeakKind kind, Set<String> names) {
        if (!names.isEmpty()) {
            leaks.add(Leak.inFile(kind, names.stream().limit(20).collect(Collectors.joining("、"))));
        }
    }
}
