package org.guanwu.foundation.filestore.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.shared.InvalidInput;

/** What a file is, from its bytes alone; for containers from what they contain. */
final class TypeDetection {

    static final String UNKNOWN = "application/octet-stream";
    static final String MACROS = "application/x-macro-enabled";
    static final String ENCRYPTED_OFFICE = "application/x-encrypted-office";
    static final String OLD_OFFICE = "application/x-tika-msoffice";
    static final String ZIP = "application/zip";

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    /** text by content, but never to be kept as harmless text */
    private static final Set<String> ACTIVE_TEXT = Set.of(
            "text/html",
            "application/xhtml+xml",
            "application/javascript",
            "text/javascript",
            "application/x-sh",
            "application/x-bat",
            "image/svg+xml",
            "application/xml",
            "text/x-python",
            "text/x-perl",
            "text/x-php");

    private static final Map<String, String> OFFICE = Map.of(
            "wordprocessingml.document.main+xml", UploadPolicy.DOCX,
            "wordprocessingml.template.main+xml", UploadPolicy.DOCX,
            "spreadsheetml.sheet.main+xml", UploadPolicy.XLSX,
            "presentationml.presentation.main+xml",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private TypeDetection() {}

    static String detect(Path file, String field) throws IOException {
        MediaType magic;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            magic = MAGIC.detect(in, new Metadata()).getBaseType();
        }
        String type = magic.toString();
        if (isZip(file)) {
            return container(file, field);
        }
        if (type.equals(OLD_OFFICE)) {
            return compoundFile(file);
        }
        boolean isText = type.equals(UNKNOWN)
                || MAGIC.getMediaTypeRegistry().isInstanceOf(magic, MediaType.TEXT_PLAIN)
                        && !ACTIVE_TEXT.contains(type);
        if (isText) {
            return TextCharset.of(file).isPresent() ? UploadPolicy.TXT : UNKNOWN;
        }
        return type;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    private static String container(Path file, String field) throws IOException {
        try (ZipContents zip = ZipContents.open(file, field)) {
            if (zip.has("OFD.xml")) {
                return UploadPolicy.OFD;
            }
            if (zip.has("META-INF/MANIFEST.MF") || zip.has("AndroidManifest.xml")) {
                return "application/java-archive";
            }
            try (InputStream types = zip.open("[Content_Types].xml")) {
                return types == null ? ZIP : officeType(new String(types.readNBytes(1 << 20), StandardCharsets.UTF_8));
            }
        } catch (IOException damaged) {
            throw new InvalidInput(field, "文件已损坏，打不开。请用原软件打开确认后重新保存再上传。");
        }
    }

    private static String officeType(String contentTypes) {
        if (contentTypes.contains("macroEnabled") || contentTypes.contains("vbaProject")) {
            return MACROS;
        }
        return OFFICE.entrySet().stream()
                .filter(e -> contentTypes.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ZIP);
    }

    /** An OOXML file with a password is a compound file around the encrypted package. */
    private static String compoundFile(Path file) {
        try (var compound = new POIFSFileSystem(file.toFile(), true)) {
            return compound.getRoot().hasEntryCaseInsensitive("EncryptedPackage") ? ENCRYPTED_OFFICE : OLD_OFFICE;
        } catch (IOException | RuntimeException damaged) {
            return OLD_OFFICE;
        }
    }

    static List<String> executables() {
        return List.of(
                "application/x-msdownload",
                "application/x-dosexec",
                "application/x-elf",
                "application/x-executable",
                "application/x-sharedlib",
                "application/x-object",
                "application/x-mach-o",
                "application/x-msi",
                "application/java-vm",
                "application/java-archive",
                "application/x-sh",
                "application/x-bat",
                "application/vnd.android.package-archive",
                "application/x-ms-shortcut",
                "application/x-ms-installer");
    }
}
