package org.guanwu.openness.gazetteimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.openness.gazetteimport.domain.BatchDossier;
import org.guanwu.openness.gazetteimport.domain.Batches;
import org.guanwu.openness.publication.PublishedItems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuanwuTest
class GazetteImportModuleTests {

    private final ImportScenario scenario;
    private final Batches batches;
    private final BatchDossier dossier;
    private final PublishedItems published;
    private final TestPeople people;
    private final JdbcClient jdbc;

    GazetteImportModuleTests(
            ImportScenario scenario,
            Batches batches,
            BatchDossier dossier,
            PublishedItems published,
            TestPeople people,
            JdbcClient jdbc) {
        this.scenario = scenario;
        this.batches = batches;
        this.dossier = dossier;
        this.published = published;
        this.people = people;
        this.jdbc = jdbc;
    }

    private static String csv(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(
                        i -> "关于第%d件事项的公告,公告〔2010〕%d号,2010-0%d-15,有效,\"一、第%d件。二、特此公告。\"".formatted(i, i, 1 + i % 9, i))
                .collect(Collectors.joining("\n", "标题,文号,成文日期,有效性,正文\n", "\n"));
    }

    private String number(long batch, int line) {
        return jdbc.sql("select catalogue_number from gazetteimport.row where batch_id = :id and line = :line")
                .param("id", batch)
                .param("line", line)
                .query(String.class)
                .single();
    }

    @Test
    void aListGoesThroughTheGateIntoTheCatalogueAndRepeatingItIsHarmless() {
        var crew = scenario.crew();
        long batch = scenario.open(crew, "公告.csv", csv(30));
        scenario.importAll(crew, batch);
        assertThat(scenario.rows(batch)).isEqualTo(Map.of("IMPORTED", 30L));
        assertThat(published.find(number(batch, 2))).get().satisfies(item -> {
            assertThat(item.title()).isEqualTo("关于第1件事项的公告");
            assertThat(item.documentDate()).isEqualTo(LocalDate.of(2010, 2, 15));
            assertThat(item.plainText()).isEqualTo("一、第1件。\n二、特此公告。");
        });
        assertThat(number(batch, 31)).endsWith("/2010-00030");

        long again = scenario.open(crew, "公告.csv", csv(31));
        scenario.importAll(crew, again);
        assertThat(scenario.rows(again)).isEqualTo(Map.of("IMPORTED", 1L, "SKIPPED", 30L));
        assertThat(scenario.problem(again, 2)).contains("已在公开目录中");
        assertThat(number(again, 32)).endsWith("/2010-00031");
    }

    @Test
    void everyRowThatIsNotTakenSaysWhyWithItsLine() {
        var crew = scenario.crew();
        String lines = String.join(
                "\n",
                "{\"标题\":\"好的一件\",\"文号\":\"甲〔2011〕1号\",\"成文日期\":\"2011年3月5日\",\"正文\":\"安排。\",\"密级\":\"\"}",
                "{\"标题\":\"日期不对\",\"文号\":\"甲〔2011〕2号\",\"成文日期\":\"2011-02-30\",\"正文\":\"安排。\"}",
                "{broken",
                "[1,2]",
                "{\"标题\":\"没有正文\",\"文号\":\"甲〔2011〕3号\",\"成文日期\":\"2011-03-05\",\"正文\":\"\"}",
                "{\"标题\":\"有密级\",\"文号\":\"甲〔2011〕4号\",\"成文日期\":\"2011-03-05\",\"正文\":\"布控安排。\",\"密级\":\"秘密\"}",
                "{\"标题\":\"重复\",\"文号\":\"甲[2011]1号\",\"成文日期\":\"2011-03-05\",\"正文\":\"又一份。\"}",
                "{\"标题\":\"有电话\",\"文号\":\"甲〔2011〕5号\",\"成文日期\":\"2011-03-05\",\"正文\":\"电话13812345678。\"}",
                "{\"标题\":\"落款\",\"文号\":\"甲〔2011〕6号\",\"成文日期\":\"\",\"正文\":\"安排如下。云州海关2011年4月6日\"}",
                "{\"标题\":\"机密★10年\",\"文号\":\"甲〔2011〕7号\",\"成文日期\":\"2011-03-05\",\"正文\":\"布控。\"}");
        long batch = scenario.open(crew, "清单.jsonl", lines);
        scenario.check(crew, batch);
        assertThat(scenario.rows(batch)).isEqualTo(Map.of("READY", 2L, "HELD", 1L, "REJECTED", 6L, "SKIPPED", 1L));
        assertThat(scenario.problem(batch, 2)).contains("没有这一天");
        assertThat(scenario.problem(batch, 3)).contains("JSON");
        assertThat(scenario.problem(batch, 4)).contains("不是一个 JSON 对象");
        assertThat(scenario.problem(batch, 5)).contains("正文是空的");
        assertThat(scenario.problem(batch, 6)).contains("本系统不存国家秘密");
        assertThat(scenario.problem(batch, 7)).contains("与第 1 行重复");
        assertThat(scenario.problem(batch, 8)).contains("手机号码");
        assertThat(scenario.problem(batch, 9)).contains("取自正文落款");
        assertThat(jdbc.sql("select values::text from gazetteimport.row where batch_id = :id and line in (6, 10)")
                        .param("id", batch)
                        .query(String.class)
                        .list())
                .as("nothing of a marked row is kept")
                .containsOnly("{}");
        assertThat(dossier.report(people.actor(crew.importer()), batch))
                .anySatisfy(line -> assertThat(line).startsWith("2,不能导入,成文日期,2011-02-30,"));
        scenario.approve(crew, batch);
        scenario.await(batch, "DONE");
        assertThat(scenario.rows(batch)).containsEntry("IMPORTED", 3L);
    }

    @Test
    void pausingStopsAndResumingGoesOnFromThere() {
        var crew = scenario.crew();
        long batch = scenario.open(crew, "公告.csv", csv(20));
        scenario.check(crew, batch);
        long review = batches.submit(people.actor(crew.importer()), batch);
        scenario.pass(crew.officer(), review);
        scenario.pass(crew.secrecy(), review);
        jdbc.sql("update gazetteimport.batch set is_paused = true where id = :id")
                .param("id", batch)
                .update();
        scenario.pass(crew.approver(), review);
        jdbc.sql(
                        "update gazetteimport.batch set state = 'IMPORTING', is_paused = true where id = :id and state <> 'DONE'")
                .param("id", batch)
                .update();
        batches.resume(people.actor(crew.importer()), batch);
        batches.resume(people.actor(crew.importer()), batch);
        scenario.await(batch, "DONE");
        assertThat(scenario.rows(batch)).isEqualTo(Map.of("IMPORTED", 20L));
    }

    @Test
    @DisplayName("a process killed in the middle: half the rows are published, the next start takes the others only")
    void aBatchHalfDoneIsFinishedWithoutDoublingAnything() {
        var crew = scenario.crew();
        long batch = scenario.open(crew, "公告.csv", csv(12));
        scenario.importAll(crew, batch);
        // as the kill leaves it between two steps: some rows written back, the batch still importing
        jdbc.sql(
                        "update gazetteimport.row set state = 'READY', publication_id = null where batch_id = :id and line > 7")
                .param("id", batch)
                .update();
        jdbc.sql("update gazetteimport.batch set state = 'IMPORTING', finished_at = null where id = :id")
                .param("id", batch)
                .update();
        scenario.await(batch, "DONE");
        assertThat(scenario.rows(batch)).isEqualTo(Map.of("IMPORTED", 6L, "SKIPPED", 6L));
        assertThat(jdbc.sql("select count(*) from publication.item where unit_id = :unit")
                        .param("unit", crew.customs().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(12);
    }

    @Test
    void aSpreadsheetAndAFolderAreReadToo() throws IOException {
        var crew = scenario.crew();
        var sheet = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var rows = workbook.createSheet("清单");
            List<List<String>> cells = List.of(
                    List.of("文件标题", "发文字号", "印发日期", "全文"),
                    List.of("关于甲的通知", "云关〔2009〕1号", "2009/3/4", "一、甲。二、乙。"),
                    List.of("关于乙的通知", "云关〔2009〕2号", "2009.3.5", "一、丙。"));
            for (int r = 0; r < cells.size(); r++) {
                for (int c = 0; c < 4; c++) {
                    if (rows.getRow(r) == null) {
                        rows.createRow(r);
                    }
                    rows.getRow(r).createCell(c).setCellValue(cells.get(r).get(c));
                }
            }
            workbook.write(sheet);
        }
        long fromSheet = scenario.open(crew, "清单.xlsx", sheet.toByteArray());
        scenario.importAll(crew, fromSheet);
        assertThat(scenario.rows(fromSheet)).isEqualTo(Map.of("IMPORTED", 2L));

        var word = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            for (String line : List.of("云州海关关于快件监管的通知", "云关办发〔2010〕5号", "各隶属海关：", "一、加强监管。", "云州海关", "2010年5月6日")) {
                document.createParagraph().createRun().setText(line);
            }
            document.write(word);
        }
        var zip = new ByteArrayOutputStream();
        try (var folder = new ZipOutputStream(zip, Charset.forName("GBK"))) {
            folder.putNextEntry(new ZipEntry("文告/通知.docx"));
            folder.write(word.toByteArray());
            folder.putNextEntry(new ZipEntry("文告/公告.txt"));
            folder.write("云州海关关于夜间通关的公告\n云州海关公告2011年第7号\n一、夜间办理。\n云州海关\n2011年6月7日".getBytes(StandardCharsets.UTF_8));
            folder.putNextEntry(new ZipEntry("文告/秘密.txt"));
            folder.write("机密★10年\n布控安排".getBytes(StandardCharsets.UTF_8));
        }
        long fromFolder = scenario.open(crew, "文告.zip", zip.toByteArray());
        scenario.importAll(crew, fromFolder);
        assertThat(scenario.rows(fromFolder)).isEqualTo(Map.of("IMPORTED", 2L, "REJECTED", 1L));
        assertThat(published.find(number(fromFolder, 1))).get().satisfies(item -> {
            assertThat(item.title()).isEqualTo("云州海关关于快件监管的通知");
            assertThat(item.documentNumber()).isEqualTo("云关办发〔2010〕5号");
            assertThat(item.documentDate()).isEqualTo(LocalDate.of(2010, 5, 6));
        });
    }

    @Test
    void withinADayAReleaserTakesTheWholeBatchBack() {
        var crew = scenario.crew();
        long batch = scenario.open(crew, "公告.csv", csv(3));
        scenario.importAll(crew, batch);
        String number = number(batch, 2);
        batches.rollBack(people.actor(crew.approver()), batch);
        scenario.await(batch, "ROLLED_BACK");
        assertThat(published.find(number)).get().satisfies(item -> assertThat(item.bodyHtml())
                .isEmpty());
    }

    @Test
    void refusesWhatIsNoList() {
        var crew = scenario.crew();
        assertThatThrownBy(() -> scenario.open(crew, "x.xlsx", "not a workbook"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> scenario.open(crew, "x.csv", "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> scenario.open(crew, "x.zip", new byte[] {'P', 'K', 3, 4, 0, 0}))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void importsHundredsOfRowsInASecond() {
        var crew = scenario.crew();
        long batch = scenario.open(crew, "公告.csv", csv(2000));
        scenario.check(crew, batch);
        scenario.approve(crew, batch);
        long began = System.nanoTime();
        scenario.await(batch, "DONE");
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("2000 rows imported in %.1f s, %.0f rows a second%n", seconds, 2000 / seconds);
        assertThat(scenario.rows(batch)).isEqualTo(Map.of("IMPORTED", 2000L));
    }
}
