package org.guanwu.foundation.filestore.domain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of an OFD file (GB/T 33190-2016): OFD.xml names the documents, each document its pages, each page holds text
 * objects with a boundary {@code x y width height} in millimetres. Objects on another height begin a new line.
 */
final class OfdText {

    private static final double LINE_TOLERANCE_MM = 1.5;

    private OfdText() {}

    static boolean isEncrypted(ZipContents zip) {
        return zip.has("Encryptions.xml") || zip.has("decryptseed.dat");
    }

    static void read(ZipContents zip, FullText text) throws IOException, XMLStreamException {
        for (String document : locations(zip, "OFD.xml", "DocRoot")) {
            for (String page : locations(zip, document, "Page")) {
                try (InputStream in = zip.open(page)) {
                    if (in == null) {
                        throw new IOException("no " + page);
                    }
                    page(XmlText.reader(in), text);
                    text.line();
                }
                if (text.isFull()) {
                    return;
                }
            }
        }
    }

    /** the places that an element of this name points to: as its text (DocRoot) or its BaseLoc (Page) */
    private static List<String> locations(ZipContents zip, String file, String element)
            throws IOException, XMLStreamException {
        var found = new ArrayList<String>();
        try (InputStream in = zip.open(file)) {
            if (in == null) {
                throw new IOException("no " + file);
            }
            XMLStreamReader xml = XmlText.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    String base = XmlText.attribute(xml, "BaseLoc");
                    String location = base.isEmpty() ? xml.getElementText().strip() : base;
                    found.add(resolve(file, location));
                }
            }
        }
        return found;
    }

    private static String resolve(String from, String location) {
        int slash = from.lastIndexOf('/');
        return location.startsWith("/") || slash < 0 ? location : from.substring(0, slash + 1) + location;
    }

    private static void page(XMLStreamReader xml, FullText text) throws XMLStreamException {
        double line = Double.NaN;
        while (xml.hasNext() && !text.isFull()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("TextObject")) {
                double top = top(XmlText.attribute(xml, "Boundary"));
                if (!Double.isNaN(line) && Math.abs(top - line) > LINE_TOLERANCE_MM) {
                    text.line();
                }
                line = top;
            } else if (xml.getLocalName().equals("TextCode")) {
                text.append(xml.getElementText());
            }
        }
    }

    private static double top(String boundary) {
        String[] numbers = boundary.strip().split("\\s+");
        try {
            return numbers.length < 2 ? 0 : Double.parseDouble(numbers[1]);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
