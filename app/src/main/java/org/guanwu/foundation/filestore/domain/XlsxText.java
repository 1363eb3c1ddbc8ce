package org.guanwu.foundation.filestore.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Every sheet with its name, cell by cell as shown; read as events, so a large sheet needs little memory. */
final class XlsxText {

    private XlsxText() {}

    static void read(Path file, FullText text)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var strings = new ReadOnlySharedStringsTable(container);
            var reader = new XSSFReader(container);
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext() && !text.isFull()) {
                try (InputStream sheet = sheets.next()) {
                    text.append(sheets.getSheetName());
                    text.line();
                    var parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(), null, strings, new Cells(text), new DataFormatter(), false));
                    parser.parse(new InputSource(sheet));
                }
                text.line();
            }
        }
    }

    private record Cells(FullText text) implements XSSFSheetXMLHandler.SheetContentsHandler {

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {
            text.line();
        }

        @Override
        public void cell(String reference, @Nullable String value, @Nullable XSSFComment comment) {
            if (value != null && !value.isBlank()) {
                text.append(value);
                text.append("\t");
            }
        }
    }
}
