package org.guanwu.office.secrecyreview.domain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.guanwu.foundation.filestore.UploadPolicy;

/**
 * Takes out of a file what carries no content: properties, comments, annotations, camera data, older saves. Anything
 * that a reader might call content (tracked changes, hidden sheets, embedded files) is for a person to clean.
 */
final class FileCleaning {

    private static final Set<String> PDF_KEPT =
            Set.of("Link", "Widget", "PrinterMark", "TrapNet", "Watermark", "FileAttachment");
    private static final Set<String> CORE =
            Set.of("creator", "lastModifiedBy", "description", "keywords", "category", "subject", "contentStatus");
    private static final Set<String> APP = Set.of("Company", "Manager", "HyperlinkBase");

    private FileCleaning() {}

    /** the same bytes where the type is none that can be cleaned */
    static byte[] clean(byte[] file, String mediaType) throws IOException {
        return switch (mediaType) {
            case UploadPolicy.DOCX -> word(file);
            case UploadPolicy.XLSX -> spreadsheet(file);
            case UploadPolicy.PDF -> pdf(file);
            case UploadPolicy.JPEG, UploadPolicy.PNG -> ImageLeaks.clean(file);
            default -> file;
        };
    }

    private static byte[] word(byte[] file) throws IOException {
        return ZipParts.read(file).rewrite((name, part) -> {
            if (OfficePackageLeaks.isComments(name)) {
                return emptied(part);
            }
            if (name.matches("word/(?:document|header[0-9]*|footer[0-9]*|footnotes|endnotes)\\.xml")) {
                return bytes(utf8(part).replaceAll("<w:comment(?:RangeStart|RangeEnd|Reference)\\b[^>]*/>", ""));
            }
            return withoutProperties(name, part);
        });
    }

    private static byte[] spreadsheet(byte[] file) throws IOException {
        byte[] bare = file;
        boolean hasComments = ZipParts.read(file).parts().keySet().stream().anyMatch(OfficePackageLeaks::isComments);
        if (hasComments) {
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                    var out = new ByteArrayOutputStream()) {
                for (var sheet : workbook) {
                    List.copyOf(sheet.getCellComments().keySet()).forEach(cell -> sheet.getRow(cell.getRow())
                            .getCell(cell.getColumn())
                            .removeCellComment());
                }
                workbook.write(out);
                bare = out.toByteArray();
            }
        }
        return ZipParts.read(bare)
                .rewrite((name, part) ->
                        OfficePackageLeaks.isComments(name) ? commentless(part) : withoutProperties(name, part));
    }

    private static byte[] withoutProperties(String name, byte[] part) {
        return switch (name) {
            case "docProps/core.xml" -> blanked(part, CORE);
            case "docProps/app.xml" -> blanked(part, APP);
            default -> name.contains("/media/") ? ImageLeaks.clean(part) : part;
        };
    }

    private static byte[] blanked(byte[] part, Set<String> elements) {
        String xml = utf8(part);
        for (String element : elements) {
            xml = xml.replaceAll(
                    "(<(?:[A-Za-z]+:)?" + element + "\\b[^>/]*>)[^<]*(</(?:[A-Za-z]+:)?" + element + ">)", "$1$2");
        }
        return bytes(xml);
    }

    /** the root element stays, so that every relation to the part stays true */
    private static byte[] emptied(byte[] part) {
        return bytes(utf8(part).replaceFirst("(?s)(<(\\w+:)?(comments|ThreadedComments)\\b[^>]*[^/])>.*", "$1/>"));
    }

    private static byte[] commentless(byte[] part) {
        return bytes(utf8(part)
                .replaceAll("(?s)<(comment|threadedComment)\\b.*?</\\1>", "")
                .replaceAll("(?s)<author>.*?</author>", "<author></author>"));
    }

    private static byte[] pdf(byte[] file) throws IOException {
        try (var pdf = PdfLeaks.load(file);
                var out = new ByteArrayOutputStream()) {
            if (!pdf.getSignatureDictionaries().isEmpty()) {
                throw new IOException("A signed file cannot be changed without breaking the signature");
            }
            var information = new PDDocumentInformation();
            information.setTitle(pdf.getDocumentInformation().getTitle());
            pdf.setDocumentInformation(information);
            pdf.getDocumentCatalog().setMetadata(null);
            for (var page : pdf.getPages()) {
                page.setAnnotations(page.getAnnotations().stream()
                        .filter(a -> PDF_KEPT.contains(String.valueOf(a.getSubtype())))
                        .toList());
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static String utf8(byte[] part) {
        return new String(part, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
