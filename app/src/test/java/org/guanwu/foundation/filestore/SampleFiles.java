package org.guanwu.foundation.filestore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small files of every type, made here so that no binary lies in the tree. */
public final class SampleFiles {

    private SampleFiles() {}

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] pdf(String asciiText) {
        return pdf(asciiText, "");
    }

    public static byte[] pdf(String asciiText, String password) {
        return bytes(out -> {
            try (var document = new PDDocument()) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(PDType1Font.HELVETICA, 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(asciiText);
                    content.endText();
                }
                if (!password.isEmpty()) {
                    document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
                }
                document.save(out);
            }
        });
    }

    public static byte[] docx(String... paragraphs) {
        return bytes(out -> {
            try (var document = new XWPFDocument()) {
                for (String text : paragraphs) {
                    document.createParagraph().createRun().setText(text);
                }
                var cell = document.createTable(1, 2).getRow(0);
                cell.getCell(0).setText("监管方式");
                cell.getCell(1).setText("一般贸易");
                document.write(out);
            }
        });
    }

    public static byte[] xlsx(String sheet, String... cells) {
        return bytes(out -> {
            try (var workbook = new XSSFWorkbook()) {
                var row = workbook.createSheet(sheet).createRow(0);
                for (int i = 0; i < cells.length; i++) {
                    row.createCell(i).setCellValue(cells[i]);
                }
                row.createCell(cells.length).setCellValue(20260);
                workbook.write(out);
            }
        });
    }

    public static byte[] ofd(String... lines) {
        var page = new StringBuilder(
                "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer ID=\"1\">");
        for (int i = 0; i < lines.length; i++) {
            page.append("<ofd:TextObject ID=\"")
                    .append(i + 2)
                    .append("\" Boundary=\"20 ")
                    .append(30 + 10 * i)
                    .append(" 170 8\" Font=\"9\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\">")
                    .append(lines[i])
                    .append("</ofd:TextCode></ofd:TextObject>");
        }
        page.append("</ofd:Layer></ofd:Content></ofd:Page>");
        var entries = new LinkedHashMap<String, String>();
        entries.put(
                "OFD.xml",
                "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody>"
                        + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        entries.put(
                "Doc_0/Document.xml",
                "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages>"
                        + "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>");
        entries.put("Doc_0/Pages/Page_0/Content.xml", page.toString());
        return zip(entries);
    }

    public static byte[] zip(Map<String, String> entries) {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        });
    }

    /** 400 MB of zeros in half a megabyte */
    public static byte[] zipBomb() {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 400; i++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        });
    }

    public static byte[] png() {
        byte[] start = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1
        };
        return java.util.Arrays.copyOf(start, 64);
    }

    public static byte[] text(String text, java.nio.charset.Charset charset) {
        return text.getBytes(charset);
    }
}
