package org.guanwu.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guanwu.openness.publication.PublishedItem;
import org.guanwu.openness.publication.PublishedItem.Relation;
import org.guanwu.openness.publication.PublishedItems.Section;
import org.jspecify.annotations.Nullable;

/**
 * @param bodyHtml in the reader's script
 * @param section where it is listed, null when unknown
 */
public record DocumentPage(
        PublishedItem item, String bodyHtml, @Nullable Section section, String url) {

    /** types that are official documents with a heading of their own; all others are articles */
    private static final Set<String> UNHEADED = Set.of(
            "EXPLANATION",
            "GUIDE",
            "LICENSING_DECISION",
            "PENALTY_DECISION",
            "STATISTICS",
            "BUDGET",
            "PROCUREMENT",
            "PERSONNEL",
            "INSTITUTION",
            "ANNUAL_REPORT",
            "OTHER");
    /** 公告、通告、命令 carry their kind in the heading, the others 文件 (GB/T 9704-2012 7.2.4) */
    private static final Set<String> NAMED_IN_HEADING = Set.of("ANNOUNCEMENT", "PUBLIC_NOTICE", "COMMUNIQUE");

    public boolean isWithdrawn() {
        return item.withdrawnOn() != null;
    }

    public boolean hasRedHead() {
        return item.documentNumber() != null && !UNHEADED.contains(item.type());
    }

    public String redHead() {
        if ("ORDER".equals(item.type())) {
            return item.issuingAuthority() + "令";
        }
        return item.issuingAuthority() + (NAMED_IN_HEADING.contains(item.type()) ? item.typeLabel() : "文件");
    }

    public List<Relation> relations(String kind) {
        return item.relations().stream().filter(r -> r.kind().equals(kind)).toList();
    }

    public List<String> relationKinds() {
        return item.relations().stream().map(Relation::kind).distinct().toList();
    }

    public List<PublishedItem.Heading> contents() {
        return item.headings().stream().filter(h -> h.level() <= 2).limit(60).toList();
    }

    public String markClass() {
        return markClass(item.validity().name());
    }

    /** the shape beside the word, never the colour alone */
    public static String markClass(String validity) {
        return switch (validity) {
            case "IN_FORCE" -> "mark mark-ok";
            case "PARTLY_IN_FORCE" -> "mark mark-part";
            case "NOT_YET_IN_FORCE" -> "mark mark-soon";
            default -> "mark mark-void";
        };
    }

    /** 186 KB, 3.4 MB */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1 << 20
                ? Math.round(bytes / 1024.0) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }

    /** PDF, DOCX: the ending says it to those who read it, the media type would not */
    public static String format(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toUpperCase(Locale.ROOT);
    }
}
