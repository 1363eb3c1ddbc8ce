package org.guanwu.office.secrecyreview.domain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.filestore.TextExtraction;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakChecks;
import org.guanwu.office.secrecyreview.LeakKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All checks behind one door. What cannot be checked is reported as such: silence would look like cleanliness. */
@Component
class LeakCheck implements LeakChecks {

    private static final Logger LOG = LoggerFactory.getLogger(LeakCheck.class);
    private static final int MOST_IN_A_FILE = 200;

    private final FileStore files;
    private final TextExtraction extraction;

    LeakCheck(FileStore files, TextExtraction extraction) {
        this.files = files;
        this.extraction = extraction;
    }

    @Override
    public List<Leak> inText(StructuredText text) {
        List<Leak> leaks = new ArrayList<>();
        for (int i = 0; i < text.blocks().size(); i++) {
            leaks.addAll(TextLeaks.in(text.blocks().get(i).plainText(), i));
        }
        return leaks;
    }

    @Override
    public List<Leak> inLine(String line) {
        return TextLeaks.in(line, 0);
    }

    @Override
    public void refuseMarked(String field, String text) {
        boolean isMarked = text.lines()
                .filter(line -> line.contains("密") || line.contains("内部"))
                .flatMap(line -> TextLeaks.in(line, 0).stream())
                .anyMatch(leak -> leak.kind() == LeakKind.SECRECY_MARKING);
        if (isMarked) {
            throw new InvalidInput(field, "带密级或内部标志。本系统为非涉密系统，不存国家秘密（保守国家秘密法第三十一条），内容没有保存。请按保密规定在涉密系统办理。");
        }
    }

    @Override
    public List<Leak> inFile(StoredFile file) {
        List<Leak> leaks = new ArrayList<>();
        try {
            leaks.addAll(hidden(read(file), file.mediaType()));
        } catch (IOException | IllegalArgumentException | IllegalStateException unreadable) {
            LOG.info("file {} of type {} could not be checked", file.digest(), file.mediaType(), unreadable);
            leaks.add(Leak.inFile(LeakKind.UNREADABLE, "文件结构损坏或受保护"));
        }
        leaks.addAll(content(file));
        return leaks;
    }

    private static List<Leak> hidden(byte[] content, String mediaType) throws IOException {
        return switch (mediaType) {
            case UploadPolicy.DOCX, UploadPolicy.XLSX -> OfficePackageLeaks.in(content);
            case UploadPolicy.PDF -> PdfLeaks.in(content);
            case UploadPolicy.OFD -> OfdLeaks.in(content);
            case UploadPolicy.JPEG, UploadPolicy.PNG -> ImageLeaks.in(content);
            default -> List.of();
        };
    }

    private List<Leak> content(StoredFile file) {
        try {
            String text = extraction.extract(file);
            return text.lines()
                    .flatMap(line -> TextLeaks.in(line, -1).stream())
                    .map(leak -> Leak.inFile(leak.kind(), leak.found()))
                    .distinct()
                    .limit(MOST_IN_A_FILE)
                    .toList();
        } catch (InvalidInput unreadable) {
            return List.of(Leak.inFile(LeakKind.UNREADABLE, unreadable.getMessage()));
        }
    }

    byte[] read(StoredFile file) throws IOException {
        try (InputStream in = files.open(file.digest())) {
            return in.readAllBytes();
        }
    }
}
