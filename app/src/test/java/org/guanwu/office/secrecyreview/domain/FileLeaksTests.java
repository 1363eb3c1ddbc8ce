package org.guanwu.office.secrecyreview.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakKind;
import org.junit.jupiter.api.Test;

/** Files made here, with everything in them that must not leave. */
class FileLeaksTests {

    private static List<LeakKind> kinds(List<Leak> leaks) {
        return leaks.stream().map(Leak::kind).toList();
    }

    private static byte[] word(boolean isDirty) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("关于综合保税区货物监管的公告");
            document.getProperties().getCoreProperties().setCreator(isDirty ? "王某" : "");
            if (isDirty) {
                document.getProperties().getCoreProperties().setLastModifiedByUser("陈某");
                document.getProperties().getExtendedProperties().setCompany("云州海关办公室");
                document.getProperties().getCustomProperties().addProperty("流转编号", "42");
                var hidden = paragraph.createRun();
                hidden.setVanish(true);
                hidden.setText("不公开的内容");
                var inserted = paragraph.getCTP().addNewIns();
                inserted.setId(BigInteger.ONE);
                inserted.setAuthor("王某");
                inserted.addNewR().addNewT().setStringValue("修订增加");
                var comment = document.createComments().createComment(BigInteger.ZERO);
                comment.setAuthor("陈某");
                comment.createParagraph().createRun().setText("此处请核实");
                paragraph.getCTP().addNewCommentRangeStart().setId(BigInteger.ZERO);
                paragraph.getCTP().addNewCommentRangeEnd().setId(BigInteger.ZERO);
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] spreadsheet() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var open = workbook.createSheet("公示");
            open.createRow(0).createCell(0).setCellValue("企业");
            open.createRow(1).createCell(0).setCellValue("甲公司");
            open.getRow(1).setZeroHeight(true);
            open.setColumnHidden(3, true);
            workbook.createSheet("底稿");
            workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
            workbook.createSheet("名单");
            workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            var anchor = workbook.getCreationHelper().createClientAnchor();
            var comment = open.createDrawingPatriarch().createCellComment(anchor);
            comment.setString(workbook.getCreationHelper().createRichTextString("内部掌握"));
            comment.setAuthor("王某");
            open.getRow(0).getCell(0).setCellComment(comment);
            workbook.getProperties().getCoreProperties().setCreator("王某");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] pdf() throws IOException {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            pdf.addPage(page);
            pdf.getDocumentInformation().setAuthor("王某");
            pdf.getDocumentInformation().setTitle("公告");
            var note = new PDAnnotationText();
            note.setContents("此处请核实");
            page.getAnnotations().add(note);
            var file = new PDComplexFileSpecification();
            file.setFile("底稿.txt");
            file.setEmbeddedFile(
                    new PDEmbeddedFile(pdf, new ByteArrayInputStream("底稿".getBytes(StandardCharsets.UTF_8))));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("底稿.txt", file));
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            pdf.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void aWordFileTellsEverythingItCarries() throws IOException {
        assertThat(kinds(OfficePackageLeaks.in(word(true))))
                .contains(
                        LeakKind.METADATA,
                        LeakKind.CUSTOM_DATA,
                        LeakKind.HIDDEN_TEXT,
                        LeakKind.TRACKED_CHANGES,
                        LeakKind.COMMENTS);
        assertThat(OfficePackageLeaks.in(word(true)))
                .anySatisfy(leak -> assertThat(leak.found()).contains("作者：王某", "上次保存：陈某", "单位：云州海关办公室"));
        assertThat(OfficePackageLeaks.in(FileCleaning.clean(word(false), UploadPolicy.DOCX)))
                .isEmpty();
    }

    @Test
    void cleaningAWordFileTakesAwayPropertiesAndCommentsOnly() throws IOException {
        byte[] cleaned = FileCleaning.clean(word(true), UploadPolicy.DOCX);
        assertThat(kinds(OfficePackageLeaks.in(cleaned)))
                .doesNotContain(LeakKind.METADATA, LeakKind.COMMENTS)
                .contains(LeakKind.TRACKED_CHANGES, LeakKind.HIDDEN_TEXT);
        try (var document = new XWPFDocument(new ByteArrayInputStream(cleaned))) {
            assertThat(document.getParagraphs().getFirst().getText()).contains("关于综合保税区货物监管的公告");
        }
    }

    @Test
    void aSpreadsheetTellsItsHiddenSheetsRowsAndColumns() throws IOException {
        var leaks = OfficePackageLeaks.in(spreadsheet());
        assertThat(kinds(leaks))
                .contains(
                        LeakKind.HIDDEN_SHEET,
                        LeakKind.HIDDEN_ROWS,
                        LeakKind.HIDDEN_COLUMNS,
                        LeakKind.COMMENTS,
                        LeakKind.METADATA);
        assertThat(leaks).anySatisfy(leak -> assertThat(leak.found()).isEqualTo("底稿、名单（深度隐藏）"));
        byte[] cleaned = FileCleaning.clean(spreadsheet(), UploadPolicy.XLSX);
        assertThat(kinds(OfficePackageLeaks.in(cleaned)))
                .doesNotContain(LeakKind.COMMENTS, LeakKind.METADATA)
                .contains(LeakKind.HIDDEN_SHEET);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(cleaned))) {
            assertThat(workbook.getSheet("公示").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("企业");
        }
    }

    @Test
    void aPdfTellsItsAttachmentsNotesScriptsAndOlderSaves() throws IOException {
        byte[] file = pdf();
        assertThat(kinds(PdfLeaks.in(file)))
                .containsExactlyInAnyOrder(
                        LeakKind.METADATA, LeakKind.EMBEDDED_FILE, LeakKind.MACRO, LeakKind.ANNOTATIONS);
        byte[] saved;
        try (var pdf = PDDocument.load(file);
                var out = new ByteArrayOutputStream()) {
            pdf.getDocumentCatalog().getCOSObject().setString(COSName.LANG, "zh-CN");
            pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            pdf.saveIncremental(out);
            saved = out.toByteArray();
        }
        assertThat(kinds(PdfLeaks.in(saved))).contains(LeakKind.REVISIONS);
        byte[] cleaned = FileCleaning.clean(saved, UploadPolicy.PDF);
        assertThat(kinds(PdfLeaks.in(cleaned))).containsExactlyInAnyOrder(LeakKind.EMBEDDED_FILE, LeakKind.MACRO);
    }

    @Test
    void anOfdTellsItsAttachmentsAnnotationsAndAuthor() throws IOException {
        byte[] ofd = zip(
                Map.of(
                        "OFD.xml",
                        "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocInfo><ofd:Author>王某</ofd:Author>"
                                + "</ofd:DocInfo></ofd:DocBody></ofd:OFD>",
                        "Doc_0/Attachs/Attachments.xml",
                        "<ofd:Attachments xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Attachment ID=\"1\" Name=\"底稿\"/></ofd:Attachments>",
                        "Doc_0/Annots/Page_0/Annotation.xml",
                        "<ofd:PageAnnot xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Annot ID=\"2\" Type=\"Highlight\"/></ofd:PageAnnot>"));
        assertThat(OfdLeaks.in(ofd)).extracting(Leak::found).containsExactly("作者：王某", "底稿", "1 处注释");
    }

    @Test
    void aPhotographTellsAndLosesItsCameraData() throws IOException {
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "jpg", image);
        byte[] plain = image.toByteArray();
        assertThat(ImageLeaks.in(plain)).isEmpty();
        byte[] exif = "Exif\0\0GPS".getBytes(StandardCharsets.ISO_8859_1);
        var photograph = new ByteArrayOutputStream();
        photograph.write(plain, 0, 2);
        photograph.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        photograph.writeBytes(exif);
        photograph.write(plain, 2, plain.length - 2);
        assertThat(kinds(ImageLeaks.in(photograph.toByteArray()))).containsExactly(LeakKind.LOCATION);
        assertThat(ImageLeaks.clean(photograph.toByteArray())).isEqualTo(plain);
    }

    @Test
    void refusesWhatIsNoPackage() {
        assertThatThrownBy(() -> OfficePackageLeaks.in("这不是文件".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> OfficePackageLeaks.in(zip(Map.of("word/document.xml", "<broken"))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PdfLeaks.in(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : new java.util.TreeMap<>(parts).descendingMap().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
