package org.guanwu.foundation.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuanwuTest
class FileStoreModuleTests {

    private static final UploadPolicy POLICY = UploadPolicy.attachment("attachment");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final FileStore files;
    private final TextExtraction texts;
    private final FileDownloads downloads;
    private final JdbcClient jdbc;
    private final Path root;

    FileStoreModuleTests(
            FileStore files,
            TextExtraction texts,
            FileDownloads downloads,
            JdbcClient jdbc,
            @Value("${guanwu.data-dir}/files") String root) {
        this.files = files;
        this.texts = texts;
        this.downloads = downloads;
        this.jdbc = jdbc;
        this.root = Path.of(root);
    }

    private StoredFile store(byte[] content, String name) {
        return files.store(new ByteArrayInputStream(content), name, POLICY);
    }

    @Test
    void keepsNothingOfAFileThatTheScreeningStops() throws Exception {
        byte[] content = SampleFiles.docx("机密★10年 " + UUID.randomUUID());

        assertThatThrownBy(() -> files.store(new ByteArrayInputStream(content), "件.docx", POLICY, text -> {
                    assertThat(text).contains("机密★10年");
                    throw new InvalidInput("attachment", "不收");
                }))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("不收");

        String digest = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(files.find(digest)).isEmpty();
    }

    record Sample(String name, byte[] content, String type, List<String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        String words = "云州海关关于开展2026年“关企直通车”活动的通知";
        return Stream.of(
                new Sample(
                        "a.pdf", SampleFiles.pdf("Notice 2026 No 14"), UploadPolicy.PDF, List.of("Notice 2026 No 14")),
                new Sample(
                        "b.docx", SampleFiles.docx(words, "第二段"), UploadPolicy.DOCX, List.of(words + "\n第二段", "一般贸易")),
                new Sample(
                        "c.xlsx",
                        SampleFiles.xlsx("文号台账", words, "89号"),
                        UploadPolicy.XLSX,
                        List.of("文号台账", words, "89号", "20260")),
                new Sample("d.ofd", SampleFiles.ofd(words, "第二行"), UploadPolicy.OFD, List.of(words + "\n第二行")),
                new Sample("e.txt", SampleFiles.text(words, StandardCharsets.UTF_8), UploadPolicy.TXT, List.of(words)),
                new Sample(
                        "f.txt",
                        SampleFiles.text("\ufeff" + words, StandardCharsets.UTF_8),
                        UploadPolicy.TXT,
                        List.of(words)),
                new Sample("g.txt", SampleFiles.text(words + "㐀镕", GB18030), UploadPolicy.TXT, List.of(words + "㐀镕")),
                new Sample("h.txt", SampleFiles.text(words, StandardCharsets.UTF_16), UploadPolicy.TXT, List.of(words)),
                new Sample(
                        "i.txt",
                        SampleFiles.text("From: 王某\nTo: 陈某\nSubject: 通知\n\n" + words, StandardCharsets.UTF_8),
                        UploadPolicy.TXT,
                        List.of(words)),
                new Sample("j.png", SampleFiles.png(), UploadPolicy.PNG, List.of()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsEveryAcceptedTypeAndReadsItsText(Sample sample) throws IOException {
        StoredFile stored = store(sample.content, sample.name);
        assertThat(stored.mediaType()).isEqualTo(sample.type);
        assertThat(stored.size()).isEqualTo(sample.content.length);
        assertThat(files.find(stored.digest())).isPresent();
        try (InputStream content = files.open(stored.digest())) {
            assertThat(content.readAllBytes()).isEqualTo(sample.content);
        }
        String text = texts.extract(stored);
        sample.text.forEach(part -> assertThat(text).contains(part));
        assertThat(text.isEmpty()).isEqualTo(sample.text.isEmpty());
    }

    record Refused(String name, byte[] content, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Refused> refused() throws IOException {
        byte[] exe = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 400);
        exe[0x3c] = (byte) 0x80;
        exe[0x80] = 'P';
        exe[0x81] = 'E';
        byte[] elf = Arrays.copyOf(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 200);
        return Stream.of(
                new Refused("空.pdf", new byte[0], "空的"),
                new Refused("安装.pdf", exe, "可执行程序"),
                new Refused("安装", elf, "可执行程序"),
                new Refused("脚本.txt", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8), "可执行程序"),
                new Refused(
                        "页面.txt",
                        "<!DOCTYPE html><html><script>1</script></html>".getBytes(StandardCharsets.UTF_8),
                        "网页"),
                new Refused(
                        "图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8), "SVG"),
                new Refused("通知.docx", SampleFiles.pdf("x"), "扩展名"),
                new Refused("通知.pdf", SampleFiles.docx("x"), "扩展名"),
                new Refused("通知.txt.exe", "hello".getBytes(StandardCharsets.UTF_8), "扩展名"),
                new Refused("包.zip", SampleFiles.zip(Map.of("a.txt", "a")), "压缩包"),
                new Refused("包.docx", SampleFiles.zip(Map.of("a.txt", "a")), "压缩包"),
                new Refused("包.jar", SampleFiles.zip(Map.of("META-INF/MANIFEST.MF", "")), "可执行程序"),
                new Refused(
                        "宏.docx",
                        SampleFiles.zip(Map.of(
                                "[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
                        "宏"),
                new Refused("炸弹.docx", SampleFiles.zipBomb(), "压缩得异常"),
                new Refused("密.docx", encryptedOffice(), "密码保护"),
                new Refused("断.docx", Arrays.copyOf(SampleFiles.docx("x"), 500), "损坏"),
                new Refused("乱.txt", new byte[] {1, 2, 3, 0, 0, 5, (byte) 0xff, (byte) 0xff}, "认不出"));
    }

    private static byte[] encryptedOffice() throws IOException {
        try (var compound = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(compound)) {
                out.write(SampleFiles.docx("x"));
            } catch (java.security.GeneralSecurityException e) {
                throw new IOException(e);
            }
            var file = new java.io.ByteArrayOutputStream();
            compound.writeFilesystem(file);
            return file.toByteArray();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithTheReasonAtTheField(Refused sample) throws IOException {
        assertThatThrownBy(() -> store(sample.content, sample.name)).isInstanceOfSatisfying(InvalidInput.class, e -> {
            assertThat(e.problems()).hasSize(1);
            assertThat(e.problems().getFirst().field()).isEqualTo("attachment");
            assertThat(e.problems().getFirst().message()).contains(sample.says);
        });
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingAllOfIt() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                given += length;
                return length;
            }
        };
        var small = new UploadPolicy("file", Set.of(UploadPolicy.TXT), 3L << 20);
        assertThatThrownBy(() -> files.store(endless, "大.txt", small))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("超过 3 MB");
        assertThat(endless.given).isLessThan(4L << 20);
    }

    @Test
    void keepsTheSameBytesOnceEvenWhenBroughtAtTheSameTime() throws Exception {
        byte[] content = SampleFiles.text(UUID.randomUUID().toString().repeat(5000), StandardCharsets.UTF_8);
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<StoredFile> upload = () -> store(content, "同一个.txt");
            var digests = new HashSet<String>();
            for (var stored : pool.invokeAll(java.util.Collections.nCopies(16, upload))) {
                digests.add(stored.get().digest());
            }
            assertThat(digests).hasSize(1);
        }
        assertThat(temporaryFiles()).isEmpty();
        StoredFile other = store(content, "另一个名字.txt");
        assertThat(other.fileName()).isEqualTo("另一个名字.txt");
        assertThat(jdbc.sql("select count(*) from filestore.stored_file where digest = ?")
                        .param(other.digest())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aHalfWrittenCopyAtTheAddressIsReplaced() throws IOException {
        byte[] content = SampleFiles.text(UUID.randomUUID().toString(), StandardCharsets.UTF_8);
        StoredFile stored = store(content, "a.txt");
        Path address = root.resolve(stored.digest().substring(0, 2))
                .resolve(stored.digest().substring(2, 4))
                .resolve(stored.digest());
        Files.write(address, new byte[] {1});
        store(content, "a.txt");
        assertThat(Files.readAllBytes(address)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../../etc/passwd",
                "zz",
                "ABCDEF0000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoAddressIsNotFound(String digest) {
        assertThat(files.find(digest)).isEmpty();
        assertThatThrownBy(() -> files.open(digest)).isInstanceOf(NotFound.class);
    }

    @Test
    void namesAreCleanedOfPathsAndHiddenCharacters() {
        byte[] content = "名".getBytes(StandardCharsets.UTF_8);
        assertThat(store(content, "C:\\用户\\桌面\\通知.txt").fileName()).isEqualTo("通知.txt");
        assertThat(store(content, "../../通\u202e知\r\n.txt").fileName()).isEqualTo("通知.txt");
        assertThat(store(content, "").fileName()).isEqualTo("未命名");
        assertThat(store(content, "长".repeat(400) + ".txt").fileName())
                .hasSize(200)
                .endsWith(".txt");
    }

    @Test
    void aPdfWithAPasswordIsRefusedWhenItsTextIsWanted() {
        StoredFile locked = store(SampleFiles.pdf("secret", "pw"), "密.pdf");
        assertThatThrownBy(() -> texts.extract(locked))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("密码保护");
    }

    @Test
    void damagedFilesGiveAClearRefusalNeverAnError() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (byte[] good : List.of(
                SampleFiles.pdf("Notice"), SampleFiles.docx("正文"), SampleFiles.xlsx("表", "格"), SampleFiles.ofd("行"))) {
            for (int i = 0; i < 40; i++) {
                byte[] bad = good.clone();
                for (int k = 0; k < 1 + random.nextInt(30); k++) {
                    bad[8 + random.nextInt(bad.length - 8)] = (byte) random.nextInt();
                }
                try {
                    assertThat(texts.extract(store(bad, "坏"))).isNotNull();
                } catch (InvalidInput clear) {
                    assertThat(clear.problems()).hasSize(1);
                }
            }
        }
    }

    @Test
    void anExternalEntityIsNotFetched() {
        byte[] evil = SampleFiles.zip(Map.of(
                "OFD.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><DocRoot>&x;</DocRoot></a>"));
        StoredFile stored = store(evil, "a.ofd");
        assertThatThrownBy(() -> texts.extract(stored)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void downloadsAreAttachmentsUnderTheirChineseName() {
        StoredFile stored = store(SampleFiles.docx("正文"), "关于 *开展*“活动”的通知;（稿）.docx");
        var response = downloads.download(stored);
        assertThat(response.getHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment; filename=\"file.docx\"; filename*=UTF-8''%E5%85%B3%E4%BA%8E%20")
                .doesNotContain(";（")
                .matches("[\\x20-\\x7e]+");
        assertThat(response.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeaders().getETag()).isEqualTo("\"" + stored.digest() + "\"");
    }

    private List<Path> temporaryFiles() throws IOException {
        try (var list = Files.list(root.resolve("tmp"))) {
            return list.toList();
        }
    }
}
