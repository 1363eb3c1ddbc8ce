package org.guanwu.portal.domain;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guanwu.openness.publication.PublishedItem;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.text.DocumentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The public text as PDF: the standard head, the text, page numbers. A reading copy made from the published version, not
 * the signed original. Kept by version, since a version never changes.
 */
@Component
public class DocumentPdf {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentPdf.class);
    private static final int KEPT = 200;

    private final PdfFonts fonts;
    private final PdfMarkup markup = new PdfMarkup();
    private final Map<String, byte[]> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    DocumentPdf(PdfFonts fonts) {
        this.fonts = fonts;
    }

    public byte[] of(PublishedItem item, String origin) {
        String key = item.catalogueNumber() + "@" + item.version() + "@" + item.changedAt() + "@" + origin;
        synchronized (made) {
            byte[] known = made.get(key);
            if (known != null) {
                return known;
            }
        }
        byte[] pdf = render(markup.of(item, origin, fonts.families()));
        synchronized (made) {
            made.put(key, pdf);
        }
        return pdf;
    }

    private byte[] render(String html) {
        try {
            var out = new ByteArrayOutputStream(64_000);
            var renderer = new ITextRenderer(fonts.resolver());
            renderer.setDocumentFromString(html);
            renderer.layout();
            renderer.createPDF(out);
            LOG.debug("PDF of {} bytes", out.size());
            return out.toByteArray();
        } catch (DocumentException e) {
            throw new IllegalStateException("The PDF could not be laid out", e);
        }
    }
}
