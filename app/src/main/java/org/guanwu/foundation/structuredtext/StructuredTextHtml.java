package org.guanwu.foundation.structuredtext;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes the blocks as HTML. Heading levels have no gaps, whatever levels the text uses. */
final class StructuredTextHtml {

    private final StructuredText text;
    private final String prefix;
    private final Map<Level, Integer> ranks = new EnumMap<>(Level.class);

    StructuredTextHtml(StructuredText text, String prefix) {
        this.text = text;
        this.prefix = prefix;
        var used = new EnumMap<Level, Boolean>(Level.class);
        for (Block block : text.blocks()) {
            if (block instanceof Block.Heading heading) {
                used.put(heading.level(), true);
            }
        }
        int rank = 2;
        for (Level level : used.keySet()) {
            ranks.put(level, Math.min(rank++, 6));
        }
    }

    List<TextHeading> headings() {
        var headings = new ArrayList<TextHeading>();
        for (Block block : text.blocks()) {
            if (block instanceof Block.Heading(Level level, String line)) {
                headings.add(new TextHeading(rank(level), prefix + (headings.size() + 1), line));
            }
        }
        return List.copyOf(headings);
    }

    String render() {
        var html = new StringBuilder(text.blocks().size() * 200);
        int heading = 0;
        int article = 0;
        for (Block block : text.blocks()) {
            switch (block) {
                case Block.Title(String line) -> element(html, "p", "rt", line);
                case Block.Recipients(String line) -> element(html, "p", "to", line);
                case Block.Heading(Level level, String line) -> {
                    int h = rank(level);
                    html.append("<h").append(h).append(" id=\"").append(prefix).append(++heading);
                    html.append("\" class=\"").append(level.cssClass()).append("\">");
                    escape(html, line);
                    html.append("</h").append(h).append(">\n");
                }
                case Block.Paragraph paragraph -> {
                    boolean isArticle = paragraph.level() == Level.ARTICLE;
                    html.append("<p");
                    if (isArticle) {
                        html.append(" id=\"")
                                .append(prefix)
                                .append('a')
                                .append(++article)
                                .append('"');
                    }
                    html.append('>');
                    Level level = paragraph.level();
                    if (level != null) {
                        html.append("<span class=\"").append(level.cssClass()).append("\">");
                        escape(html, paragraph.lead());
                        html.append("</span>");
                    }
                    escape(html, paragraph.text());
                    html.append("</p>\n");
                }
                case Block.Table table -> table(html, table);
                case Block.AttachmentNote(List<String> names) -> attachmentNote(html, names);
                case Block.Signature(String line) -> element(html, "p", "sign", line);
                case Block.DateLine(String line) -> element(html, "p", "date", line);
                case Block.Annotation(String line) -> element(html, "p", "note-line", line);
            }
        }
        return html.toString();
    }

    private int rank(Level level) {
        return ranks.getOrDefault(level, 2);
    }

    private static void table(StringBuilder html, Block.Table table) {
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表格\"><table class=\"t\">\n");
        for (int r = 0; r < table.rows().size(); r++) {
            html.append(r == 0 ? "<thead><tr>" : "<tr>");
            for (String cell : table.rows().get(r)) {
                html.append(r == 0 ? "<th scope=\"col\">" : "<td>");
                escape(html, cell);
                html.append(r == 0 ? "</th>" : "</td>");
            }
            html.append(r == 0 ? "</tr></thead>\n<tbody>" : "</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private static void attachmentNote(StringBuilder html, List<String> names) {
        html.append("<p class=\"att\">附件：");
        for (int i = 0; i < names.size(); i++) {
            html.append(i == 0 ? "" : "<br>");
            if (names.size() > 1) {
                html.append(i + 1).append('.');
            }
            escape(html, names.get(i));
        }
        html.append("</p>\n");
    }

    private static void element(StringBuilder html, String tag, String cssClass, String line) {
        html.append('<').append(tag).append(" class=\"").append(cssClass).append("\">");
        escape(html, line);
        html.append("</").append(tag).append(">\n");
    }

    private static void escape(StringBuilder html, String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
