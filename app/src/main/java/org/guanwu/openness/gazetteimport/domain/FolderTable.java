package org.guanwu.openness.gazetteimport.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.openness.gazetteimport.domain.SourceTable.SourceRow;
import org.springframework.stereotype.Component;

/** A folder of DOCX, PDF and TXT, as several files or as one ZIP: each file a row with its name and its text. */
@Component
class FolderTable {

    static final String NAME = "文件名";
    static final String TEXT = "正文";
    private static final List<String> COLUMNS = List.of(NAME, "标题", "发文字号", TEXT);
    private static final UploadPolicy POLICY = new UploadPolicy(
            "files", Set.of(UploadPolicy.DOCX, UploadPolicy.PDF, UploadPolicy.TXT, UploadPolicy.OFD), 50L << 20);
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final Pattern NUMBER = Pattern.compile(
            "([\\u4e00-\\u9fa5]{1,12}[〔\\[［(（][0-9]{4}[〕\\]］)）]第?[0-9]{1,5}号|[\\u4e00-\\u9fa5]{2,12}公告[0-9]{4}年第[0-9]{1,5}号|[\\u4e00-\\u9fa5]{2,10}令第[0-9]{1,5}号)");

    /** a file as it came */
    record Named(String name, byte[] content) {}

    private final FileStore files;

    FolderTable(FileStore files) {
        this.files = files;
    }

    SourceTable read(List<Named> folder, Predicate<String> isMarked) {
        List<SourceRow> rows = new ArrayList<>();
        for (Named file : folder) {
            rows.add(row(rows.size() + 1, file, isMarked));
        }
        return new SourceTable("FILES", COLUMNS, rows);
    }

    private SourceRow row(int line, Named file, Predicate<String> isMarked) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(NAME, file.name());
        var text = new StringBuilder();
        try {
            files.store(new ByteArrayInputStream(file.content()), file.name(), POLICY, extracted -> {
                if (isMarked.test(extracted)) {
                    throw new InvalidInput("files", RowCheck.MARKED);
                }
                text.append(extracted);
            });
        } catch (InvalidInput unusable) {
            return new SourceRow(line, values, unusable.problems().getFirst().message());
        }
        String found = text.toString().replace("\0", "");
        if (found.isBlank()) {
            return new SourceRow(line, values, "文件里没有文字，可能是扫描的图像。请先做文字识别");
        }
        values.put("标题", title(found));
        values.put("发文字号", number(found));
        values.put(TEXT, found);
        return new SourceRow(line, values, "");
    }

    private static String title(String text) {
        return FoundTitle.in(text.lines().filter(l -> !l.isBlank()).limit(12).toList().stream()
                        .filter(l -> l.contains("关于") || l.length() < 60)
                        .filter(l -> !NUMBER.matcher(l.strip()).matches())
                        .findFirst()
                        .orElse(""))
                .orElse("");
    }

    private static String number(String text) {
        Matcher matcher = NUMBER.matcher(text.substring(0, Math.min(600, text.length())));
        return matcher.find() ? matcher.group(1) : "";
    }

    static List<Named> unzip(byte[] zip) {
        try {
            return unzip(zip, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException namesNotInUtf8) {
            try {
                return unzip(zip, Charset.forName("GB18030"));
            } catch (IOException | IllegalArgumentException damaged) {
                throw new InvalidInput("files", "压缩包打不开，可能已损坏或加密。");
            }
        }
    }

    private static List<Named> unzip(byte[] zip, Charset names) throws IOException {
        List<Named> folder = new ArrayList<>();
        long total = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), names)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                boolean isOurs = !entry.isDirectory()
                        && !name.isEmpty()
                        && !name.startsWith(".")
                        && !entry.getName().startsWith("__MACOSX");
                if (isOurs) {
                    byte[] content = in.readNBytes((int) POLICY.maxSize() + 1);
                    total += content.length;
                    folder.add(new Named(name, content));
                }
                if (folder.size() > MOST_FILES || total > MOST_BYTES) {
                    throw new InvalidInput("files", "压缩包展开后超过 2 万个文件或 1 GB，请分成几包。");
                }
            }
        }
        if (folder.isEmpty()) {
            throw new InvalidInput("files", "压缩包里没有文件。");
        }
        return folder;
    }
}
