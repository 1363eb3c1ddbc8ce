package org.guanwu.office.secrecyreview.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakKind;

/** What a PDF carries besides its pages. */
final class PdfLeaks {

    /** annotations that belong to the page itself; a widget with a signature is the seal */
    private static final Set<String> HARMLESS = Set.of("Link", "Widget", "PrinterMark", "TrapNet", "Watermark");

    private PdfLeaks() {}

    static PDDocument load(byte[] file) throws IOException {
        return PDDocument.load(file, "", null, null, MemoryUsageSetting.setupMixed(64L << 20));
    }

    static List<Leak> in(byte[] file) throws IOException {
        List<Leak> leaks = new ArrayList<>();
        try (PDDocument pdf = load(file)) {
            if (pdf.isEncrypted() && !pdf.getCurrentAccessPermission().canExtractContent()) {
                leaks.add(Leak.inFile(LeakKind.UNREADABLE, "文件设置了保护，不能检查内容"));
            }
            metadata(pdf, leaks);
            names(pdf, leaks);
            annotations(pdf, leaks);
            layers(pdf, leaks);
            int saves = saves(file);
            if (saves > 1 && pdf.getSignatureDictionaries().isEmpty()) {
                leaks.add(Leak.inFile(LeakKind.REVISIONS, "保存过 " + saves + " 次，旧内容仍在文件中"));
            }
        }
        return leaks;
    }

    private static void metadata(PDDocument pdf, List<Leak> leaks) {
        PDDocumentInformation info = pdf.getDocumentInformation();
        List<String> found = new ArrayList<>();
        for (String key : info.getMetadataKeys()) {
            String value = info.getCustomMetadataValue(key) instanceof String text ? text : "";
            boolean isTechnical = Set.of("Producer", "Creator", "CreationDate", "ModDate", "Trapped", "Title")
                    .contains(key);
            if (!isTechnical && !value.isBlank()) {
                found.add((key.equals("Author") ? "作者" : key) + "：" + value);
            }
        }
        if (!found.isEmpty()) {
            leaks.add(Leak.inFile(LeakKind.METADATA, String.join("；", found)));
        }
    }

    private static void names(PDDocument pdf, List<Leak> leaks) {
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
            if (names.containsKey(COSName.EMBEDDED_FILES)) {
                leaks.add(Leak.inFile(LeakKind.EMBEDDED_FILE, "文件内嵌有附件"));
            }
            if (names.containsKey(COSName.getPDFName("JavaScript"))) {
                leaks.add(Leak.inFile(LeakKind.MACRO, "JavaScript"));
            }
        }
        boolean opensScript = catalog.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary action
                && "JavaScript".equals(action.getNameAsString(COSName.S));
        if (opensScript || catalog.containsKey(COSName.AA)) {
            leaks.add(Leak.inFile(LeakKind.MACRO, "打开时运行的动作"));
        }
        if (catalog.containsKey(COSName.getPDFName("AF"))) {
            leaks.add(Leak.inFile(LeakKind.EMBEDDED_FILE, "关联文件"));
        }
    }

    private static void annotations(PDDocument pdf, List<Leak> leaks) throws IOException {
        int notes = 0;
        int files = 0;
        for (var page : pdf.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if ("FileAttachment".equals(annotation.getSubtype())) {
                    files++;
                } else if (!HARMLESS.contains(String.valueOf(annotation.getSubtype()))) {
                    notes++;
                }
            }
        }
        if (notes > 0) {
            leaks.add(Leak.inFile(LeakKind.ANNOTATIONS, notes + " 处注释"));
        }
        if (files > 0) {
            leaks.add(Leak.inFile(LeakKind.EMBEDDED_FILE, files + " 个以注释形式附着的文件"));
        }
    }

    private static void layers(PDDocument pdf, List<Leak> leaks) {
        PDOptionalContentProperties layers = pdf.getDocumentCatalog().getOCProperties();
        if (layers == null) {
            return;
        }
        List<String> hidden = new ArrayList<>();
        for (String name : layers.getGroupNames()) {
            if (!layers.isGroupEnabled(name)) {
                hidden.add(name);
            }
        }
        if (!hidden.isEmpty()) {
            leaks.add(Leak.inFile(LeakKind.HIDDEN_LAYER, String.join("、", hidden)));
        }
    }

    /** each save that only appends ends with another end-of-file mark */
    static int saves(byte[] file) {
        byte[] mark = "startxref".getBytes(StandardCharsets.US_ASCII);
        int count = 0;
        for (int i = 0; i <= file.length - mark.length; i++) {
            int k = 0;
            while (k < mark.length && file[i + k] == mark[k]) {
                k++;
            }
            if (k == mark.length) {
                count++;
            }
        }
        return isLinearized(file) ? count - 1 : count;
    }

    private static boolean isLinearized(byte[] file) {
        return new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1).contains("/Linearized");
    }
}
