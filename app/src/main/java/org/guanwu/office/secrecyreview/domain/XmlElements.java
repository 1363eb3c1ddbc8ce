package org.guanwu.office.secrecyreview.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads a part as a stream of elements; no DTD, no entity and no network, whatever the part says. */
final class XmlElements {

    /** called for each start tag, with local names only */
    interface Visitor {
        void element(String name, Map<String, String> attributes);
    }

    private static final XMLInputFactory FACTORY = factory();

    private XmlElements() {}

    static void visit(byte[] part, Visitor visitor) throws IOException {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    Map<String, String> attributes = HashMap.newHashMap(reader.getAttributeCount());
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    visitor.element(reader.getLocalName(), attributes);
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException("A part of the package is not well-formed", broken);
        }
    }

    /** local name of each leaf element to its text, in order; a repeated name keeps the first text that is not blank */
    static Map<String, String> texts(byte[] part) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
            var text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        String value = text.toString().strip();
                        if (!value.isEmpty()) {
                            texts.putIfAbsent(reader.getLocalName(), value);
                        }
                        text.setLength(0);
                    }
                    default -> {
                        // comments, processing instructions and the document itself carry nothing that is looked for
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException("A part of the package is not well-formed", broken);
        }
        return texts;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
