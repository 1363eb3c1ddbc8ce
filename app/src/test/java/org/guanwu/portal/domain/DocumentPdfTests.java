package org.guanwu.portal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guanwu.openness.publication.PublishedItem;
import org.guanwu.openness.publication.Validity;
import org.guanwu.portal.PortalSettings;
import org.junit.jupiter.api.Test;

class DocumentPdfTests {

    @Test
    void carriesTheHeadAndTheText() throws IOException {
        byte[] pdf = new DocumentPdf(new PdfFonts(settings(List.of()))).of(item(), "http://localhost");
        try (var document = PDDocument.load(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("索引号MB1A2345X/2026-00112", "期限届满后", "AT&T<br>");
        }
        assertThat(pdf.length).isLessThan(600_000);
    }

    @Test
    void isMadeOnAMachineWithoutFonts() throws IOException {
        byte[] pdf = new DocumentPdf(new PdfFonts(settings(List.of("/no/such.ttf")))).of(item(), "http://localhost");
        try (var document = PDDocument.load(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
        }
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("STSong");
    }

    @Test
    void isMadeOncePerVersion() {
        var maker = new DocumentPdf(new PdfFonts(settings(List.of())));
        long began = System.nanoTime();
        byte[] first = maker.of(item(), "http://localhost");
        long once = System.nanoTime();
        assertThat(maker.of(item(), "http://localhost")).isSameAs(first);
        System.out.printf("PDF first %d ms%n", (once - began) / 1_000_000);
    }

    private static PortalSettings settings(List<String> fonts) {
        return new PortalSettings("云州海关", "", "", "", "", "", "", "", "", List.of(), fonts);
    }

    private static PublishedItem item() {
        return new PublishedItem(
                1,
                "MB1A2345X/2026-00112",
                "关于优化综合保税区货物分批送货、集中报关监管事项的公告",
                "云州海关公告2026年第12号",
                "云州海关",
                1,
                "bonded",
                "加工贸易保税监管",
                "ANNOUNCEMENT",
                "公告",
                LocalDate.of(2026, 10, 16),
                LocalDate.of(2026, 10, 20),
                Validity.NOT_YET_IN_FORCE,
                LocalDate.of(2026, 11, 20),
                "<h2 id=\"s1\" class=\"l1\">一、期限</h2><p>期限届满后的 10 个工作日内报关，AT&amp;T&lt;br&gt;。</p>"
                        + "<div class=\"scroll\" tabindex=\"0\"><table class=\"t\"><thead><tr><th scope=\"col\">甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table></div>"
                        + "<p class=\"att\">附件：1.表一<br>2.表二</p><p class=\"sign\">云州海关</p>",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1,
                Instant.EPOCH,
                null,
                null,
                null);
    }
}
