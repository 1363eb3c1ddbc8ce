package org.guanwu.portal.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guanwu.portal.PortalSettings;
import org.openpdf.pdf.CJKFontResolver;
import org.openpdf.pdf.ITextFontResolver;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fonts for PDF: those of the setting {@code guanwu.portal.fonts}, else Noto CJK as Debian and Red Hat install it, and
 * always, last, the reader program's own Song typeface by name, so that a machine without fonts still makes a PDF.
 */
@Component
class PdfFonts {

    static final String STANDARD = "STSong-Light-H";
    private static final Logger LOG = LoggerFactory.getLogger(PdfFonts.class);
    private static final List<String> USUAL = List.of(
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
            "/usr/share/fonts/google-noto-serif-cjk-vf-fonts/NotoSerifCJK-VF.ttc",
            "/usr/share/fonts/google-noto-cjk/NotoSerifCJK-Regular.ttc",
            "/usr/share/fonts/google-noto-cjk/NotoSerifCJK-Bold.ttc");

    private final List<String> files;

    PdfFonts(PortalSettings settings) {
        var wanted = settings.fonts().isEmpty() ? USUAL : settings.fonts();
        this.files = wanted.stream().filter(f -> Files.isReadable(Path.of(f))).toList();
        if (files.isEmpty()) {
            LOG.info("No Chinese font file found: PDF names the standard font {} and embeds none", STANDARD);
        }
    }

    /** value of the CSS property font-family */
    String families() {
        return "'Noto Serif CJK SC','Source Han Serif SC','SimSun','" + STANDARD + "'";
    }

    /** a resolver for one document: fonts remember which characters the document used */
    ITextFontResolver resolver() {
        var resolver = new CJKFontResolver();
        for (String file : files) {
            try {
                resolver.addFont(file, BaseFont.IDENTITY_H, true);
            } catch (DocumentException | IOException e) {
                LOG.warn("Font {} cannot be used: {}", file, e.getMessage());
            }
        }
        return resolver;
    }
}
