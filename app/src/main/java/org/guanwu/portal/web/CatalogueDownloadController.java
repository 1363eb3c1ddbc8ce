package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.shared.Page;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.openness.publication.PublishedItems.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 下载目录: the whole list that a filter describes, as a table, row by row from the database. */
@Controller
class CatalogueDownloadController {

    private static final int STEP = 100;

    private final PublishedItems items;
    private final PortalFrames frames;

    CatalogueDownloadController(PublishedItems items, PortalFrames frames) {
        this.items = items;
        this.frames = frames;
    }

    @Anyone
    @GetMapping("/documents.csv")
    ResponseEntity<StreamingResponseBody> catalogue(HttpServletRequest request) {
        var filter = Choices.of(request).filter(section(request.getParameter("section")));
        String origin = frames.origin(request);
        StreamingResponseBody body = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            // without the mark spreadsheets read the file in a local code page
            writer.write("\ufeff索引号,标题,发文字号,发文机关,主题分类,体裁,成文日期,发布日期,有效性,网址\r\n");
            String cursor = null;
            do {
                Page<Summary> page = items.list(filter, cursor, STEP);
                for (Summary row : page.rows()) {
                    writer.write(line(row, origin));
                }
                cursor = page.next();
            } while (cursor != null);
            writer.flush();
        };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"documents.csv\"")
                .body(body);
    }

    private static @Nullable String section(@Nullable String code) {
        return code == null || !code.matches("[a-z-]{1,40}") ? null : code;
    }

    private static String line(Summary row, String origin) {
        return String.join(
                        ",",
                        cell(row.catalogueNumber()),
                        cell(row.title()),
                        cell(row.documentNumber()),
                        cell(row.issuingAuthority()),
                        cell(row.topicLabel()),
                        cell(row.typeLabel()),
                        row.documentDate().toString(),
                        row.publishedOn().toString(),
                        cell(row.validity().label()),
                        cell(origin + "/documents/" + row.catalogueNumber()))
                + "\r\n";
    }

    /** a cell that a spreadsheet would take for a formula gets an apostrophe */
    static String cell(@Nullable String text) {
        String value = text == null ? "" : text;
        if (!value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0) {
            value = "'" + value;
        }
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
