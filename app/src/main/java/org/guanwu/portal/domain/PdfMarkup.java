package org.guanwu.portal.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.guanwu.openness.publication.PublishedItem;
import org.jspecify.annotations.Nullable;

/** The page that becomes a PDF: A4 with the margins of GB/T 9704-2012 5.2, the standard head as a table, the text. */
final class PdfMarkup {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    String of(PublishedItem item, String origin, String families) {
        var html = new StringBuilder(item.bodyHtml().length() + 4_000);
        html.append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/><title>");
        html.append(escaped(item.title()))
                .append("</title><style>")
                .append(css(families))
                .append("</style></head><body>");
        html.append("<table class=\"head\">");
        pair(html, "索引号", item.catalogueNumber(), "主题分类", item.topicLabel());
        pair(html, "发文机关", item.issuingAuthority(), "成文日期", DATE.format(item.documentDate()));
        html.append("<tr><th>标题</th><td colspan=\"3\">")
                .append(escaped(item.title()))
                .append("</td></tr>");
        pair(html, "发文字号", item.documentNumber(), "发布日期", DATE.format(item.publishedOn()));
        html.append("<tr><th>有效性</th><td colspan=\"3\">").append(item.validity().label());
        LocalDate effectiveOn = item.effectiveOn();
        if (effectiveOn != null) {
            html.append("，").append(DATE.format(effectiveOn)).append("起施行");
        }
        html.append("</td></tr></table><h1>").append(escaped(item.title())).append("</h1>");
        html.append(xhtml(item.bodyHtml()));
        html.append("<p class=\"source\">来源：").append(escaped(origin + "/documents/" + item.catalogueNumber()));
        html.append("，第 ").append(item.version()).append(" 版。本件由网页文本生成，供阅读。</p></body></html>");
        return html.toString();
    }

    private static void pair(StringBuilder html, String a, @Nullable String valueA, String b, @Nullable String valueB) {
        html.append("<tr><th>").append(a).append("</th><td>").append(escaped(valueA == null ? "—" : valueA));
        html.append("</td><th>").append(b).append("</th><td>").append(escaped(valueB == null ? "—" : valueB));
        html.append("</td></tr>");
    }

    private static String css(String families) {
        return """
                @page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:'— ' counter(page) ' —';font-family:%1$s;font-size:14pt}}
                body{font-family:%1$s;font-size:15pt;line-height:1.8}
                h1{font-size:21pt;text-align:center;line-height:1.4;margin:22pt 0 18pt}
                h2,h3,h4,h5,h6{font-size:15pt;margin:12pt 0 2pt;text-indent:2em;page-break-after:avoid}
                p{margin:0;text-indent:2em;text-align:justify}
                .to,.att{text-indent:0}.att{margin-top:12pt}.rt{text-align:center;text-indent:0;font-weight:bold}
                .sign,.date{text-align:right;text-indent:0}.sign{margin-top:24pt}
                .head{width:100%%;border-collapse:collapse;font-size:10.5pt;line-height:1.5;border-top:1.5pt solid #000;border-bottom:.75pt solid #000}
                .head th,.head td{text-align:left;vertical-align:top;font-weight:normal;padding:4pt 6pt 4pt 0;border-top:.5pt solid #999}
                .head th{width:5em;color:#444}.t{width:100%%;border-collapse:collapse;font-size:11pt;line-height:1.5}
                .t th,.t td{border:.5pt solid #000;padding:3pt 5pt;text-align:left}
                .source{text-indent:0;margin-top:28pt;border-top:.5pt solid #999;padding-top:6pt;font-size:9pt;color:#444}
                """.formatted(families);
    }

    /** the stored text is HTML; the renderer reads XML */
    static String xhtml(String html) {
        return html.replace("<br>", "<br/>").replace("&nbsp;", "&#160;");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
