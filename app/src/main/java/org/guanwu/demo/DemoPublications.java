package org.guanwu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.office.secrecyreview.ReleaseDecisions;
import org.guanwu.openness.gazetteimport.GazetteIntake;
import org.guanwu.openness.publication.PublicationIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What follows the issue of a document in the sample: the gate, publication, correction, withdrawal, repeal. */
@Component
@Profile("demo")
class DemoPublications {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPublications.class);

    private static final String OLD_RULE = "云州海关关于减免税货物后续管理有关单证要求的公告";
    private static final String NEW_RULE = "云州海关关于简化减免税货物后续管理单证的公告";
    private static final int PATIENCE_MILLIS = 60_000;

    private final PublicationIntake publications;
    private final ReleaseDecisions gate;
    private final GazetteIntake gazettes;
    private final Map<String, Long> published = new HashMap<>();

    DemoPublications(PublicationIntake publications, ReleaseDecisions gate, GazetteIntake gazettes) {
        this.publications = publications;
        this.gate = gate;
        this.gazettes = gazettes;
    }

    void follow(DemoDesk desk, Timetable timetable, DocumentStory story, Instant issuedAt) {
        if (!DocumentStory.storiesThatPublish().contains(story.story())) {
            return;
        }
        long id = await(story);
        switch (story.story()) {
            case "overdue", "to-publish" -> {
                // the clock runs; nobody has sent it to the gate
            }
            case "gate-first", "gate-findings" -> submit(desk, timetable, id, issuedAt);
            case "gate-approval" -> {
                Instant submitted = submit(desk, timetable, id, issuedAt);
                timetable.at(timetable.later(submitted, 200), () -> pass(desk, "tang.yz", id, "内容适合公开。"));
                timetable.at(timetable.later(submitted, 500), () -> pass(desk, "shen.lj", id, "未发现涉密和敏感信息。"));
            }
            default -> publish(desk, timetable, story, id, issuedAt);
        }
    }

    private void publish(DemoDesk desk, Timetable timetable, DocumentStory story, long id, Instant issuedAt) {
        Instant submitted = submit(desk, timetable, id, issuedAt);
        timetable.at(timetable.later(submitted, 180), () -> pass(desk, "tang.yz", id, "内容适合公开，依据充分。"));
        timetable.at(timetable.later(submitted, 420), () -> pass(desk, "shen.lj", id, "未发现涉密和敏感信息。"));
        Instant approved = timetable.later(submitted, 700);
        timetable.at(approved, () -> {
            pass(desk, "wu.yl", id, "同意发布。");
            published.put(story.sample().field("title"), id);
        });
        Instant weekLater = timetable.later(approved, 5 * 520);
        switch (story.story()) {
            case "corrected" -> correct(desk, timetable, story, id, weekLater);
            case "withdrawn" ->
                timetable.at(
                        weekLater,
                        () -> publications.withdraw(desk.account("wu.yl"), id, "名单中两家企业已在公告前恢复备案，现撤下重新核对，核对后另行公布。"));
            default -> {
                if (story.sample().field("title").equals(NEW_RULE)) {
                    timetable.at(weekLater, () -> repeal(desk, weekLater));
                }
            }
        }
    }

    private void correct(DemoDesk desk, Timetable timetable, DocumentStory story, long id, Instant at) {
        timetable.at(at, () -> {
            String text = story.sample().body().replace("提前2小时提出", "提前1小时提出");
            publications.correct(desk.account("luo.qy"), id, text, "第三条预约时间由“提前2小时”更正为“提前1小时”，原文为排版错误。");
            Instant next = timetable.later(at, 120);
            timetable.at(next, () -> pass(desk, "tang.yz", id, "更正内容无误。"));
            timetable.at(timetable.later(next, 120), () -> pass(desk, "he.rx", id, "无敏感信息。"));
            timetable.at(timetable.later(next, 240), () -> pass(desk, "wu.yl", id, "同意更正。"));
        });
    }

    private void repeal(DemoDesk desk, Instant at) {
        Long old = published.get(OLD_RULE);
        Long successor = published.get(NEW_RULE);
        if (old == null || successor == null) {
            LOG.warn("样例：未找到要标注废止的公告");
            return;
        }
        String by = publications.findCatalogueNumber(successor).orElseThrow();
        publications.repeal(desk.account("wu.yl"), old, by, ChinaTime.dateOf(at), "由新公告替代。");
    }

    private Instant submit(DemoDesk desk, Timetable timetable, long id, Instant issuedAt) {
        Instant moment = timetable.later(issuedAt, 260);
        timetable.at(moment, () -> publications.submit(desk.account("luo.qy"), id));
        return moment;
    }

    private void pass(DemoDesk desk, String account, long publicationId, String opinion) {
        Actor reviewer = desk.account(account);
        // submitting what is under review gives the review it is under
        long review = publications.submit(desk.account("luo.qy"), publicationId);
        gate.acceptFindings(reviewer, review, "对外公布的办公信息，可以公开。");
        gate.pass(reviewer, review, opinion);
    }

    /** the publication is made by a listener after the commit of the last act */
    private long await(DocumentStory story) {
        return await(
                () -> publications.findByDocument(story.matter()),
                story.sample().field("title"));
    }

    private static long await(Supplier<Optional<Long>> question, String what) {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += 20) {
            var found = question.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IllegalStateException("still waiting for " + what);
    }

    /** a historical gazette, brought in by one person and let out by three others */
    void importGazette(DemoDesk desk) {
        Actor editor = desk.account("luo.qy");
        long batch = gazettes.open(editor, "demo-gazette", "云州海关历史文告.jsonl", gazette());
        long review = await(() -> gazettes.submit(editor, batch), "the dry run of the gazette");
        for (String account : List.of("tang.yz", "shen.lj", "wu.yl")) {
            gate.acceptFindings(desk.account(account), review, "当年已公开的内容。");
            gate.pass(desk.account(account), review, "历史文告，已公开过，同意导入。");
        }
        await(() -> gazettes.isDone(batch) ? Optional.of(batch) : Optional.empty(), "the import of the gazette");
    }

    private static byte[] gazette() {
        try (var stream = DemoPublications.class.getResourceAsStream("/demo/gazette.jsonl")) {
            if (stream == null) {
                throw new IllegalStateException("demo/gazette.jsonl is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
