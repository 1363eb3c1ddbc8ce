package org.guanwu.foundation.filestore.domain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a DOCX as a reader sees it: headers, body, notes, footers. Deleted text of tracked changes and comments
 * are not text of the document (finding those is the release gate's work).
 */
final class DocxText {

    private DocxText() {}

    static void read(ZipContents zip, FullText text) throws IOException, XMLStreamException {
        var parts = new ArrayList<>(List.of("word/document.xml"));
        zip.names().stream()
                .filter(name -> name.matches("word/(header|footer|footnotes|endnotes)\\d*\\.xml"))
                .sorted()
                .forEach(parts::add);
        for (String part : parts) {
            try (InputStream in = zip.open(part)) {
                if (in == null) {
                    throw new IOException("no " + part);
                }
                part(XmlText.reader(in), text);
            }
        }
    }

    private static void part(XMLStreamReader xml, FullText text) throws XMLStreamException {
        boolean isInText = false;
        int fallback = 0;
        while (xml.hasNext() && !text.isFull()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "Fallback" -> fallback++; // the same text box once more, for old readers
                        case "t" -> isInText = fallback == 0;
                        case "tab" -> text.append("\t");
                        case "br", "cr" -> text.line();
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "Fallback" -> fallback--;
                        case "t" -> isInText = false;
                        case "p" -> text.line();
                        case "tc" -> text.append("\t");
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (isInText) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
    }
}
