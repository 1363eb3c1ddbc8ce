package org.guanwu.foundation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.search.Search.Hit;
import org.guanwu.foundation.search.Search.Order;
import org.guanwu.foundation.search.Search.Query;
import org.guanwu.foundation.search.domain.IndexProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The real index. Every test searches with reader tokens of its own, so that it sees only what it has put. */
@GuanwuTest
class SearchModuleTests {

    private final Search search;
    private final SearchIntake intake;
    private final IndexProbe index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final String me = "person:" + UUID.randomUUID();

    SearchModuleTests(
            Search search,
            SearchIntake intake,
            IndexProbe index,
            JdbcClient jdbc,
            org.springframework.transaction.PlatformTransactionManager transactions) {
        this.search = search;
        this.intake = intake;
        this.index = index;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "杭关办发〔2008〕99号",
                "杭关办发[2008]99号",
                "杭关办发(2008)99号",
                "杭关办发（2008）99号",
                "杭关办发（２００８）９９号",
                "杭关办发200899号",
                "杭关办发 2008 99",
                "杭关办发〔2008〕99",
                "〔2008〕99号",
                "办发〔2008〕99号",
                "关于杭关办发〔2008〕99号的通知",
            })
    void findsANumberInAnyForm(String typed) {
        put("数号" + typed.hashCode(), "关于印发公文处理办法的通知", "杭关办发〔2008〕99号", "正文", "IN_FORCE");
        put("数号别" + typed.hashCode(), "另一件", "杭关办发〔2009〕99号", "正文", "IN_FORCE");
        var hits = ask(typed);
        assertThat(hits.hits()).isNotEmpty();
        assertThat(hits.hits().getFirst().entry().number()).isEqualTo("杭关办发〔2008〕99号");
        assertThat(hits.hits().getFirst().reason()).startsWith("文号一致");
    }

    @Test
    void findsTheBeginningOfANumberAndTextsThatCiteIt() {
        put("开头", "甲", "杭关办发〔2008〕99号", "无", "IN_FORCE");
        put("引用", "乙", "杭关综发〔2010〕1号", "根据杭关办发(2008)99号文件的规定办理", "IN_FORCE");
        assertThat(ask("杭关办发〔2008〕").hits()).extracting(h -> h.entry().title()).containsExactly("甲", "乙");
        assertThat(ask("杭关办发〔2008〕9").hits()).extracting(Hit::reason).first().isEqualTo("文号开头一致");
        var hits = ask("杭关办发〔2008〕99号").hits();
        assertThat(hits).extracting(h -> h.entry().title()).containsExactly("甲", "乙");
        assertThat(hits.getLast().reason()).isEqualTo("正文引用“杭关办发〔2008〕99号”");
        assertThat(hits.getLast().snippetHtml()).contains("<mark>杭关办发(2008)99号</mark>");
    }

    @Test
    void findsTheCatalogueNumber() {
        String number = "MB1%06d/2026-00112".formatted(Math.abs(me.hashCode()) % 1_000_000);
        intake.put(new SearchEntry(
                key("索引号"),
                "PUBLICATION",
                "/documents/" + number,
                "某公告",
                null,
                number,
                "正文",
                1,
                "云州海关",
                null,
                null,
                null,
                null,
                null,
                Set.of(me)));
        index.await();
        assertThat(ask(number.toLowerCase(java.util.Locale.ROOT)).hits())
                .extracting(Hit::reason)
                .containsExactly("索引号一致");
    }

    @Test
    void findsAndMarksASingleCharacter() {
        put("单字", "关于税款缴纳期限的公告", null, "纳税义务人应当按期缴税。", "IN_FORCE");
        var hit = ask("税").hits().getFirst();
        assertThat(hit.titleHtml()).isEqualTo("关于<mark>税</mark>款缴纳期限的公告");
        assertThat(hit.snippetHtml()).contains("纳<mark>税</mark>义务人");
        assertThat(hit.reason()).isEqualTo("标题含“税”；正文含“税”，2 处");
    }

    @Test
    void aPhraseIsExactAndWordsAreNot() {
        put("短语", "甲", null, "企业可以免除担保办理手续", "IN_FORCE");
        put("散词", "乙", null, "免除税款，另行提供担保", "IN_FORCE");
        assertThat(ask("“免除担保”").hits()).extracting(h -> h.entry().title()).containsExactly("甲");
        assertThat(ask("“免除担保”").hits().getFirst().reason()).isEqualTo("正文含短语“免除担保”，1 处");
        assertThat(ask("免除 担保").hits()).hasSize(2);
    }

    @Test
    void aPhraseCrossesPunctuationDigitsAndLetters() {
        put("跨越", "甲", null, "货物分批送货、集中报关，AEO企业自2026年第12号公告施行", "IN_FORCE");
        for (String phrase : new String[] {"“分批送货、集中报关”", "“AEO企业”", "“2026年第12号公告”", "“集中报关，AEO企业自2026年”", "aeo企业"}) {
            assertThat(ask(phrase).hits()).as(phrase).hasSize(1);
        }
        assertThat(ask("“集中送货”").hits()).isEmpty();
    }

    @Test
    void ordersByTheStrengthOfTheReasonAndCurrentBeforeLapsed() {
        put("序1", "综合保税区监管办法", null, "正文", "REPEALED");
        put("序2", "综合保税区监管公告", null, "正文", "IN_FORCE");
        put("序3", "其他公告", null, "有关综合保税区的规定，综合保税区的货物，综合保税区", "IN_FORCE");
        var hits = ask("综合保税区").hits();
        assertThat(hits).extracting(h -> h.entry().key()).containsExactly(key("序2"), key("序1"), key("序3"));
        assertThat(hits.get(1).reason()).endsWith("已废止或失效，排在同类现行文件之后");
    }

    @Test
    void aLongSentenceFindsWhatHasMostOfIt() {
        put("长句", "个人邮递物品超过限值的处理", null, "超过限值的，办理退运手续。", "IN_FORCE");
        assertThat(ask("个人邮递物品超过限值怎么办").hits()).hasSize(1);
    }

    @Test
    void saysWhenOnlySomeWordsWereFound() {
        put("放宽", "集中报关的规定", null, "正文", "IN_FORCE");
        var result = ask("集中报关 火星探测");
        assertThat(result.isRelaxed()).isTrue();
        assertThat(result.hits()).hasSize(1);
    }

    @Test
    void rightsAreInsideTheQuery() {
        String unit = "unit:/7" + Math.abs(me.hashCode()) + "/";
        intake.put(entry("权限", "内部请示", null, "正文", "IN_FORCE", Set.of(unit + "12/")));
        index.await();
        for (String token : new String[] {unit, unit + "12/"}) {
            assertThat(search.search(Query.of("内部请示", Set.of(token))).total()).isOne();
        }
        for (String token : new String[] {unit + "13/", unit + "12/5/", "public", me}) {
            var result = search.search(Query.of("内部请示", Set.of(token)));
            assertThat(result.hits()).noneMatch(h -> h.entry().key().equals(key("权限")));
        }
        assertThat(search.search(Query.of("内部请示", Set.of())).total()).isZero();
    }

    @Test
    void countsFacetsWithoutTheirOwnChoice() {
        intake.put(entry("面1", "归类规定", null, "x", "IN_FORCE", Set.of(me), "T1", LocalDate.of(2024, 1, 2)));
        intake.put(entry("面2", "归类办法", null, "x", "REPEALED", Set.of(me), "T2", LocalDate.of(2023, 1, 2)));
        intake.put(entry("面3", "归类公告", null, "x", "IN_FORCE", Set.of(me), "T2", LocalDate.of(2023, 5, 2)));
        index.await();
        var query = new Query(
                "归类",
                Set.of(me),
                Set.of(),
                Set.of(),
                Set.of("T2"),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                Order.NEWEST,
                0,
                20);
        var result = search.search(query);
        assertThat(result.hits()).extracting(h -> h.entry().key()).containsExactly(key("面3"), key("面2"));
        assertThat(result.total()).isEqualTo(2);
        assertThat(buckets(result, "topic")).containsExactlyInAnyOrder("T1=1", "T2=2");
        assertThat(buckets(result, "year")).containsExactly("2023=2");
        assertThat(buckets(result, "validity")).containsExactlyInAnyOrder("IN_FORCE=1", "REPEALED=1");
        assertThat(buckets(result, "unit")).containsExactly("4711=2");
        assertThat(result.facets())
                .filteredOn(f -> f.field().equals("unit"))
                .first()
                .satisfies(f -> assertThat(f.buckets().getFirst().label()).isEqualTo("云州海关"));
    }

    @Test
    void removedIsGoneAtOnceAndStaysGone() {
        put("撤下", "将要撤下的公告", null, "正文", "IN_FORCE");
        assertThat(ask("将要撤下").hits()).hasSize(1);
        intake.remove(key("撤下"));
        assertThat(ask("将要撤下").hits()).isEmpty();
        index.await();
        assertThat(ask("将要撤下").total()).isZero();
    }

    @Test
    void aRolledBackEntryIsNeverFound() {
        transactions.executeWithoutResult(status -> {
            intake.put(entry("回滚", "回滚的公告", null, "正文", "IN_FORCE", Set.of(me)));
            status.setRollbackOnly();
        });
        index.await();
        assertThat(ask("回滚的公告").total()).isZero();
    }

    @Test
    void anEntryThatNeverReachedTheIndexIsFoundAfterTheSweep() {
        // what a process killed between commit and index leaves behind
        jdbc.sql("""
                        insert into search.search_entry (key, kind, url, title, body, unit_id, unit_name, readers)
                        values (:key, 'PUBLICATION', '/x', '断电之前的公告', '正文', 1, '云州海关', array[:me])""").param("key", key("断电")).param("me", me).update();
        assertThat(ask("断电之前").total()).isZero();
        index.sweep();
        assertThat(ask("断电之前").hits()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "*",
                "\\",
                "\"",
                "((((",
                "a AND (b",
                "〔〕",
                "[2008",
                "\u0000",
                "\uD83D",
                "+-!*?:^~{}"
            })
    void neverFailsOnWhatIsTyped(String typed) {
        assertThat(search.search(Query.of(typed, Set.of(me))).total()).isZero();
    }

    @Test
    void deepPagesEnd() {
        var query = new Query(
                "公告",
                Set.of(me),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                Order.RELEVANCE,
                Integer.MAX_VALUE,
                20);
        assertThat(search.search(query).hits()).isEmpty();
    }

    private Search.Result ask(String text) {
        return search.search(Query.of(text, Set.of(me)));
    }

    private String key(String name) {
        return "test:" + me + name;
    }

    private void put(
            String name, String title, @org.jspecify.annotations.Nullable String number, String body, String validity) {
        intake.put(entry(name, title, number, body, validity, Set.of(me)));
        index.await();
    }

    private SearchEntry entry(
            String name,
            String title,
            @org.jspecify.annotations.Nullable String number,
            String body,
            String validity,
            Set<String> readers) {
        return entry(name, title, number, body, validity, readers, "T1", LocalDate.of(2024, 1, 2));
    }

    private SearchEntry entry(
            String name,
            String title,
            @org.jspecify.annotations.Nullable String number,
            String body,
            String validity,
            Set<String> readers,
            String topic,
            LocalDate on) {
        return new SearchEntry(
                key(name),
                "PUBLICATION",
                "/documents/x",
                title,
                number,
                null,
                body,
                4711,
                "云州海关",
                topic,
                "ANNOUNCEMENT",
                on,
                on,
                validity,
                readers);
    }

    private static java.util.List<String> buckets(Search.Result result, String field) {
        return result.facets().stream()
                .filter(f -> f.field().equals(field))
                .flatMap(f -> f.buckets().stream())
                .map(b -> b.value() + "=" + b.count())
                .toList();
    }
}
