package org.guanwu.foundation.filestore.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.shared.InvalidInput;

/** Whether a file of this detected type and this name is taken, and if not, why, in the words of whoever uploads it. */
final class UploadCheck {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry(UploadPolicy.PDF, "PDF"),
            Map.entry(UploadPolicy.OFD, "OFD"),
            Map.entry(UploadPolicy.DOCX, "DOCX"),
            Map.entry(UploadPolicy.XLSX, "XLSX"),
            Map.entry(UploadPolicy.TXT, "TXT"),
            Map.entry(UploadPolicy.PNG, "PNG 图片"),
            Map.entry(UploadPolicy.JPEG, "JPG 图片"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX"),
            Map.entry("text/html", "网页"),
            Map.entry("application/xhtml+xml", "网页"),
            Map.entry("image/svg+xml", "SVG 图片"),
            Map.entry("image/gif", "GIF 图片"),
            Map.entry("image/tiff", "TIFF 图片"),
            Map.entry("image/bmp", "BMP 图片"),
            Map.entry("application/xml", "XML"),
            Map.entry("application/gzip", "压缩包"),
            Map.entry("application/x-rar-compressed", "压缩包"),
            Map.entry("application/x-7z-compressed", "压缩包"),
            Map.entry("application/rtf", "RTF"));

    private static final Map<String, Set<String>> EXTENSIONS = Map.of(
            UploadPolicy.PDF, Set.of("pdf"),
            UploadPolicy.OFD, Set.of("ofd"),
            UploadPolicy.DOCX, Set.of("docx", "dotx"),
            UploadPolicy.XLSX, Set.of("xlsx", "xltx"),
            UploadPolicy.TXT, Set.of("txt", "text", "csv", "tsv", "md", "log"),
            UploadPolicy.PNG, Set.of("png"),
            UploadPolicy.JPEG, Set.of("jpg", "jpeg", "jpe", "jfif"));

    private UploadCheck() {}

    static void check(String type, String fileName, UploadPolicy policy) {
        String field = policy.field();
        if (!policy.mediaTypes().contains(type)) {
            throw new InvalidInput(field, refusal(type, policy));
        }
        String extension = FileName.extension(fileName);
        Set<String> usual = EXTENSIONS.getOrDefault(type, Set.of());
        if (!extension.isEmpty() && !usual.isEmpty() && !usual.contains(extension)) {
            throw new InvalidInput(field, "文件名以 ." + extension + " 结尾，内容却是 " + label(type) + "。请确认没有选错文件，或改正扩展名后再上传。");
        }
    }

    private static String refusal(String type, UploadPolicy policy) {
        if (TypeDetection.executables().contains(type)) {
            return "文件内容是可执行程序，不能上传。";
        }
        String accepted = "这里可以上传：" + accepted(policy) + "。";
        return switch (type) {
            case TypeDetection.MACROS -> "文件含有宏，不能上传。请另存为不含宏的 DOCX 或 XLSX。";
            case TypeDetection.ENCRYPTED_OFFICE -> "文件有密码保护，系统读不了内容。请去掉密码后再上传。";
            case TypeDetection.OLD_OFFICE -> "这是旧版 Office 或 WPS 格式（DOC、XLS、WPS 等）。请另存为 DOCX 或 XLSX 后再上传。";
            case TypeDetection.ZIP -> "这是压缩包，不能上传。请解压后逐个上传。" + accepted;
            case TypeDetection.UNKNOWN -> "认不出文件内容的类型，文件可能已损坏。" + accepted;
            default -> "文件内容是 " + label(type) + "，这里不接收。" + accepted;
        };
    }

    static String accepted(UploadPolicy policy) {
        List<String> order = List.of(
                UploadPolicy.PDF,
                UploadPolicy.OFD,
                UploadPolicy.DOCX,
                UploadPolicy.XLSX,
                UploadPolicy.TXT,
                UploadPolicy.PNG,
                UploadPolicy.JPEG);
        var known = order.stream()
                .filter(policy.mediaTypes()::contains)
                .map(UploadCheck::label)
                .toList();
        var rest = new TreeSet<>(policy.mediaTypes());
        order.forEach(rest::remove);
        String others = rest.stream().map(UploadCheck::label).collect(Collectors.joining("、"));
        return String.join("、", known) + (others.isEmpty() || known.isEmpty() ? others : "、" + others);
    }

    private static String label(String type) {
        return LABELS.getOrDefault(type, type);
    }

    static String size(long bytes) {
        return bytes >= 1 << 20 ? bytes / (1 << 20) + " MB" : Math.max(1, bytes / 1024) + " KB";
    }
}
