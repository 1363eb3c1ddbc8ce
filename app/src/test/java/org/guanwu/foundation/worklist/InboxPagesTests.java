package org.guanwu.foundation.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.workingday.ClockDueMoved;
import org.guanwu.foundation.workingday.WorkingDays;
import org.guanwu.foundation.worklist.Worklist.PendingTask;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class InboxPagesTests {

    private static final AtomicLong MATTERS = new AtomicLong(System.nanoTime());

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final Worklist worklist;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Unit customs;
    private final Person me;

    InboxPagesTests(
            MockMvcTester mvc,
            TestPeople people,
            Worklist worklist,
            WorkingDays workingDays,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
        this.mvc = mvc;
        this.people = people;
        this.worklist = worklist;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
        this.customs = people.authority("云州海关");
        this.me = people.person("陈某", customs.id(), "OFFICE_REVIEWER");
    }

    private LocalDate today() {
        return ChinaTime.dateOf(clock.instant());
    }

    private Matter task(Person person, Person principal, String title, String kind, int urgency, LocalDate dueOn) {
        var matter = new Matter("outgoing-document", MATTERS.incrementAndGet());
        worklist.open(new PendingTask(
                "test:" + matter.id(),
                matter,
                person.id(),
                principal.id(),
                kind,
                title,
                "发文·通知，未编号",
                "/office/outgoing-documents/" + matter.id(),
                urgency,
                dueOn,
                null,
                "王某",
                clock.instant()));
        return matter;
    }

    @Test
    void groupsByDueDateAndSaysEachLightInWords() {
        LocalDate overdue = today().minusDays(10);
        task(me, me, "不限时的一件", "编审", 0, null);
        task(me, me, "更晚的一件", "核稿", 0, workingDays.dueDate(today(), 9));
        task(me, me, "很快的一件", "核稿", 1, workingDays.dueDate(today(), 2));
        task(me, me, "逾期的一件", "拟办", 2, overdue);

        Document page = html(get(me, "/office/inbox"));

        assertThat(page.select("tr.grp").eachText())
                .containsExactly("已逾期，1 件", "3 个工作日内，1 件", "更晚到期，1 件", "不限时、暂停计时，1 件");
        assertThat(page.select("a.ti").eachText()).containsExactly("逾期的一件", "很快的一件", "更晚的一件", "不限时的一件");
        assertThat(page.select("tbody .lt").eachText())
                .containsExactly("逾期 " + -workingDays.between(today(), overdue) + " 日", "余 2 日", "余 9 日", "不限时");
        assertThat(page.select("tbody .lt svg")).hasSize(4);
        assertThat(page.select(".urg.top1").first().text()).isEqualTo("特急");
        assertThat(page.select("tr.new")).hasSize(4);
        assertThat(page.select("#preview .pt").text()).isEqualTo("逾期的一件");
        assertThat(page.select("#preview .lt").text()).contains("个工作日");
    }

    @Test
    void showsTheDateThatTheLegalClockHasNow() {
        LocalDate first = workingDays.dueDate(today(), 6);
        Matter matter = task(me, me, "随时限变动的一件", "答复", 0, first);
        moved(matter, first, null);
        assertThat(html(get(me, "/office/inbox")).select("tbody .lt").text()).isEqualTo("暂停计时");
        moved(matter, null, workingDays.dueDate(today(), 8));
        assertThat(html(get(me, "/office/inbox?due=later")).select("tbody .lt").text())
                .isEqualTo("余 8 日");
    }

    private void moved(Matter matter, LocalDate from, LocalDate to) {
        transaction.executeWithoutResult(
                s -> events.publishEvent(new ClockDueMoved(matter, "test.limit", from, to, "试验")));
    }

    @Test
    @DisplayName("每个数字都等于它所指的清单的件数：导航、标签、视图、分组")
    void everyNumberIsTheLengthOfTheListBehindIt() {
        Person leader = people.person("郑某", customs.id(), "LEADER");
        for (int i = 0; i < 70; i++) {
            task(
                    me,
                    i % 7 == 0 ? leader : me,
                    "第" + i + "件",
                    i % 3 == 0 ? "核稿" : "会签/复核",
                    i % 5 == 0 ? 1 : 0,
                    i % 4 == 0 ? null : today().plusDays(i % 30 - 8));
        }
        worklist.freeze(task(me, me, "挂起的一件", "核稿", 0, null), true);
        worklist.circulate(
                new Matter("briefing", MATTERS.incrementAndGet()),
                "待阅的一件",
                "/office/x",
                Set.of(me.id()),
                leader.id(),
                clock.instant());

        Document page = html(get(me, "/office/inbox"));

        assertThat(page.select(".nav a[aria-current] .count").text()).isEqualTo("70");
        var links = new ArrayList<>(page.select(".rail a"));
        links.addAll(page.select(".tabs a:has(.count)"));
        assertThat(links.size()).isGreaterThan(10);
        for (var link : links) {
            int listed = 0;
            String url = link.attr("href");
            while (!url.isEmpty()) {
                Document list = html(get(me, url));
                listed += list.select("a.ti").size();
                url = list.select("a[rel=next]").attr("href");
            }
            assertThat(listed)
                    .as(link.text())
                    .isEqualTo(Integer.parseInt(link.select(".count").text()));
        }
        assertThat(page.select(".rail").text()).contains("代郑某办理");
    }

    @Test
    void pagesBothWaysKeepEveryRowOnce() {
        for (int i = 0; i < 120; i++) {
            task(me, me, "第" + i + "件", "核稿", 0, today().plusDays(i % 3));
        }
        Document first = html(get(me, "/office/inbox?kind=核稿"));
        Document second = html(get(me, first.select("a[rel=next]").attr("href")));
        Document third = html(get(me, second.select("a[rel=next]").attr("href")));
        Document back = html(get(me, third.select("a[rel=prev]").attr("href")));
        assertThat(first.select("a[rel=prev]")).isEmpty();
        assertThat(third.select("a[rel=next]")).isEmpty();
        assertThat(back.select("a.ti").eachText())
                .isEqualTo(second.select("a.ti").eachText());
        var all = new ArrayList<String>();
        for (Document page : List.of(first, second, third)) {
            all.addAll(page.select("a.ti").eachText());
        }
        assertThat(all).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void theSelectedAreReadInOneFormAndPressingTwiceIsHarmless() {
        Person sender = people.person("林某", customs.id());
        for (int i = 0; i < 3; i++) {
            worklist.circulate(
                    new Matter("briefing", MATTERS.incrementAndGet()),
                    "传阅" + i,
                    "/office/x",
                    Set.of(me.id()),
                    sender.id(),
                    clock.instant());
        }
        Document page = html(get(me, "/office/inbox?tab=to-read"));
        List<String> boxes = page.select("input[name=row]").eachAttr("value");
        assertThat(boxes).hasSize(3);
        assertThat(page.text()).contains("林某");
        for (int press = 0; press < 2; press++) {
            assertThat(mvc.post()
                            .uri("/office/inbox/readings")
                            .with(people.actingAs(me))
                            .param("row", boxes.get(0), boxes.get(1)))
                    .hasStatus3xxRedirection();
        }
        assertThat(html(get(me, "/office/inbox?tab=to-read")).select("a.ti")).hasSize(1);
        assertThat(jdbc.sql(
                                "select count(*) from audit.ledger_entry where act = 'worklist.reading-confirmed' and actor_id = ?")
                        .param(me.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        Person other = people.person("蒋某", customs.id(), "DRAFTER");
        mvc.post()
                .uri("/office/inbox/readings")
                .with(people.actingAs(other))
                .param("row", boxes.get(2))
                .exchange();
        assertThat(html(get(me, "/office/inbox?tab=to-read")).select("a.ti")).hasSize(1);
    }

    @Test
    void followingListsTheMatterAndWhereItIs() {
        Matter matter = task(me, me, "要关注的一件", "核稿", 0, workingDays.dueDate(today(), 5));
        var follow = mvc.post()
                .uri("/office/inbox/followed")
                .with(people.actingAs(me))
                .param("row", matter.toString())
                .param("back", "https://example.org/");
        assertThat(follow).hasStatus3xxRedirection().hasRedirectedUrl("/office/inbox");
        assertThat(follow).hasStatus3xxRedirection();
        Document list = html(get(me, "/office/inbox?tab=followed"));
        assertThat(list.select("a.ti").eachText()).containsExactly("要关注的一件");
        assertThat(list.select("td.c3").text()).isEqualTo("核稿");
        worklist.end("test:" + matter.id(), "TAKEN", clock.instant());
        assertThat(html(get(me, "/office/inbox?tab=done")).select("tbody").text())
                .contains("核稿，他人已办");
        mvc.post()
                .uri("/office/inbox/unfollowed")
                .with(people.actingAs(me))
                .param("row", matter.toString())
                .exchange();
        assertThat(html(get(me, "/office/inbox?tab=followed")).text()).contains("没有关注的事项");
    }

    @Test
    void nobodyFollowsOrPreviewsWhatNeverCameToHim() {
        Matter matter = task(me, me, "别人的一件", "核稿", 0, null);
        Person other = people.person("蒋某", customs.id(), "DRAFTER");
        assertThat(mvc.post()
                        .uri("/office/inbox/followed")
                        .with(people.actingAs(other))
                        .param("row", matter.toString()))
                .hasStatus(404);
        assertThat(get(other, "/office/inbox/preview?task=test:" + matter.id())).hasStatus(404);
        assertThat(html(get(other, "/office/inbox")).text())
                .doesNotContain("别人的一件")
                .contains("没有要您办的事项");
    }

    @Test
    void thePreviewIsAFragmentForTheScriptAndALinkWithoutIt() {
        Matter matter = task(me, me, "预览的一件", "核稿", 1, null);
        String url = "/office/inbox/preview?task=test:" + matter.id();
        var fragment = mvc.get().uri(URI.create(url)).with(people.actingAs(me)).header("HX-Request", "true");
        assertThat(fragment).hasStatusOk().bodyText().contains("预览的一件", "打开办理").doesNotContain("<html");
        assertThat(get(me, url))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/office/outgoing-documents/" + matter.id());
    }

    @Test
    void brokenAddressesAreAnsweredNeverAFault() {
        for (String url : List.of(
                "/office/inbox?tab=nothing",
                "/office/inbox?due=tomorrow",
                "/office/inbox?principal=x",
                "/office/inbox?kind=%00",
                "/office/inbox?cursor=%25",
                "/office/inbox?tab=done&cursor=bg",
                "/office/inbox/preview",
                "/office/inbox/preview?task=%00",
                "/api/v1/office/inbox?limit=0",
                "/api/v1/office/inbox?limit=x",
                "/api/v1/office/inbox?cursor=x")) {
            assertThat(get(me, url).getResponse().getStatus()).as(url).isBetween(400, 499);
        }
        assertThat(mvc.post()
                        .uri("/office/inbox/readings")
                        .with(people.actingAs(me))
                        .param("row", "x"))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/office/inbox/unfollowed")
                        .with(people.actingAs(me))
                        .param("row", "x"))
                .hasStatus(404);
        assertThat(mvc.get().uri("/office/inbox")).hasStatus(303);
    }

    @Test
    void theInterfaceGivesTheSameRowsWithAnEtag() {
        for (int i = 0; i < 3; i++) {
            task(me, me, "接口" + i, "核稿", 0, today().plusDays(i));
        }
        MvcTestResult first = get(me, "/api/v1/office/inbox?limit=2");
        assertThat(first)
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.count", n -> n.assertThat().isEqualTo(3))
                .hasPathSatisfying("$.rows.length()", n -> n.assertThat().isEqualTo(2))
                .hasPathSatisfying("$.rows[0].title", t -> t.assertThat().isEqualTo("接口0"))
                .hasPathSatisfying("$.rows[0].dueOn", d -> d.assertThat().isEqualTo(today().toString()));
        String etag = first.getResponse().getHeader("ETag");
        assertThat(mvc.get()
                        .uri("/api/v1/office/inbox?limit=2")
                        .with(people.actingAs(me))
                        .header("If-None-Match", etag))
                .hasStatus(304);
        worklist.markSeen("test:" + MATTERS.get(), Instant.now(clock));
        worklist.relabel(new Matter("outgoing-document", MATTERS.get() - 2), "接口改题", 0, today());
        assertThat(mvc.get()
                        .uri("/api/v1/office/inbox?limit=2")
                        .with(people.actingAs(me))
                        .header("If-None-Match", etag))
                .hasStatusOk();
    }

    private MvcTestResult get(Person person, String url) {
        return mvc.get()
                .uri(URI.create(URI.create(url).toASCIIString()))
                .with(people.actingAs(person))
                .exchange();
    }

    private static Document html(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
