package org.guanwu.foundation.filestore.domain;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.file.Path;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Page after page, in reading order; a scanned page has no text and gives none. */
final class PdfText {

    private static final long IN_MEMORY = 64L << 20;

    private PdfText() {}

    static void read(Path file, FullText text) throws IOException {
        try (PDDocument document = PDDocument.load(file.toFile(), MemoryUsageSetting.setupMixed(IN_MEMORY))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages() && !text.isFull(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.writeText(document, new Sink(text));
            }
        }
    }

    private static final class Sink extends Writer {

        private final FullText text;

        Sink(FullText text) {
            this.text = text;
        }

        @Override
        public void write(char[] chars, int offset, int length) {
            text.append(CharBuffer.wrap(chars, offset, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
