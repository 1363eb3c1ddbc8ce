package org.guanwu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} at random moments while documents are drafted, signed, numbered and published and gazettes imported, all
 * at once. What was answered is there afterwards; what was not answered is asked again with the same key, as a person would press the button again; numbers
 * have no gap and no double; the ledger's chain holds; nobody has to tidy up before the next start.
 *
 * <p>{@code -Dguanwu.kills=N}; 50 by default.
 */
class CrashTests {

    private static final int KILLS = Integer.getInteger("guanwu.kills", 50);
    private static final int WORKERS = 4;

    /** the standard route of the sample customs for a notice of its port control division */
    private static final List<String> ROUTE = List.of("zhou.lh", "chen.js", "zheng.wb", "li.gh", "xu.mh", "xu.mh");

    private static final int NUMBERED_AFTER = 5;

    private final long seed = Long.getLong("guanwu.seed", System.nanoTime());
    private final OfficeApi api = new OfficeApi();
    private final List<Paper> papers = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final GateKeepers gate = new GateKeepers(api);

    /** what this side knows of a document: only what it was answered */
    private static final class Paper {
        final String key = UUID.randomUUID().toString();
        volatile long id;
        volatile boolean isSent;
        volatile int approvals;
        volatile String number = "";
    }

    @Test
    void nothingAnsweredIsLost() throws IOException, InterruptedException, SQLException {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Path data = RunningApplication.freshDirectory("crash-");
        RunningApplication application = RunningApplication.startDemo(data, "--guanwu.demo.matters=none");
        signInEverybody(application);
        long downtime = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            var isOver = new AtomicBoolean();
            var running = application;
            try (var workers = Executors.newFixedThreadPool(WORKERS + 1)) {
                workers.submit(() -> keepGate(running, isOver));
                for (int worker = 0; worker < WORKERS; worker++) {
                    workers.submit(() -> work(running, isOver));
                }
                TimeUnit.MILLISECONDS.sleep(150 + random.nextInt(900));
                running.kill();
                isOver.set(true);
            }
            long start = System.nanoTime();
            application = RunningApplication.startDemo(data, "--guanwu.demo.matters=none");
            downtime += System.nanoTime() - start;
            compare(application, kill);
        }
        try (var last = application) {
            finish(last);
            checkTables(data);
        }
        long numbered = papers.stream().filter(p -> !p.number.isEmpty()).count();
        System.out.printf(
                "%d kills, %d acts answered, %d documents, %d numbered, %d reviews passed, %d gazettes of %d rows, "
                        + "%.1f s to be ready again on average%n",
                KILLS,
                answered.get(),
                papers.size(),
                numbered,
                gate.approvedReviews(),
                gate.imports(),
                GateKeepers.ROWS,
                downtime / 1e9 / KILLS);
        assertThat(surprises).isEmpty();
        assertThat(numbered).isGreaterThan(KILLS);
    }

    private void work(RunningApplication application, AtomicBoolean isOver) {
        try {
            while (!isOver.get()) {
                Paper paper = unfinished();
                step(application, paper);
            }
        } catch (IOException killed) {
            // the answer did not come: the same step is asked again after the next start
        } catch (RuntimeException e) {
            if (!isOver.get()) {
                surprises.add("worker: " + e);
            }
        }
    }

    private void keepGate(RunningApplication application, AtomicBoolean isOver) {
        try {
            while (!isOver.get()) {
                answered.addAndGet(gate.step(application));
            }
        } catch (IOException killed) {
            // asked again after the next start
        } catch (RuntimeException e) {
            if (!isOver.get()) {
                surprises.add("gate: " + e);
            }
        }
    }

    private synchronized Paper unfinished() {
        long open = papers.stream().filter(p -> p.approvals < ROUTE.size()).count();
        if (open < WORKERS * 3) {
            Paper fresh = new Paper();
            papers.add(fresh);
            return fresh;
        }
        var waiting = papers.stream().filter(p -> p.approvals < ROUTE.size()).toList();
        return waiting.get(new Random().nextInt(waiting.size()));
    }

    private void step(RunningApplication application, Paper paper) throws IOException {
        synchronized (paper) {
            if (paper.id == 0) {
                var answer = api.post(application.uri("/api/v1/office/outgoing-documents"), "wang.ym", paper.key, draft(paper));
                if (accepted(answer, paper, "draft", 201)) {
                    paper.id = answer.json().get("id").asLong();
                }
            } else if (!paper.isSent) {
                paper.isSent = accepted(act(application, paper, "send", "wang.ym", "send"), paper, "send", 200);
            } else if (paper.approvals < ROUTE.size()) {
                String account = ROUTE.get(paper.approvals);
                var answer = act(application, paper, "approve", account, "approve-" + paper.approvals);
                if (accepted(answer, paper, "approve " + paper.approvals, 200)) {
                    paper.approvals++;
                    if (paper.approvals == NUMBERED_AFTER) {
                        paper.number = answer.json().get("number").asString("");
                        if (paper.number.isEmpty()) {
                            surprises.add("document " + paper.id + " passed the final check without a number");
                        }
                    }
                }
            }
        }
    }

    private OfficeApi.Answer act(RunningApplication application, Paper paper, String act, String account, String step)
            throws IOException {
        return api.post(
                application.uri("/api/v1/office/outgoing-documents/" + paper.id + "/" + act),
                account,
                paper.key + "-" + step,
                Map.of("opinion", "同意。"));
    }

    private boolean accepted(OfficeApi.Answer answer, Paper paper, String what, int expected) {
        if (answer.status() == expected) {
            answered.incrementAndGet();
            return true;
        }
        surprises.add(what + " of document " + paper.id + ": " + answer.status() + " " + answer.text());
        return false;
    }

    private static Map<String, Object> draft(Paper paper) {
        return Map.of(
                "type", "NOTICE",
                "title", "云州海关关于第" + paper.key.substring(0, 8) + "号查验安排的通知",
                "primaryRecipients", "各隶属海关",
                "body", "现将查验安排通知如下：\n一、请做好人员安排。\n二、请于月底前反馈。",
                "annotation", "此件公开发布",
                "attribute", "PROACTIVE",
                "topic", "GOODS_CONTROL");
    }

    /** every document is at least where this side was told it is */
    private void compare(RunningApplication application, int kill) throws IOException {
        List<Paper> known = papers.stream().filter(p -> p.id != 0).toList();
        List<Paper> recent = known.subList(Math.max(0, known.size() - 25), known.size());
        for (Paper paper : recent) {
            var answer = api.get(application.uri("/api/v1/office/outgoing-documents/" + paper.id), "wang.ym");
            if (answer.status() != 200) {
                surprises.add("after kill " + kill + " document " + paper.id + " answers " + answer.status());
                continue;
            }
            if (!paper.number.isEmpty() && !paper.number.equals(answer.json().get("number").asString(""))) {
                surprises.add("after kill " + kill + " document " + paper.id + " had " + paper.number + ", has "
                        + answer.json().get("number"));
            }
        }
    }

    /** everything under way is brought to its end: no document is stuck */
    private void finish(RunningApplication application) throws IOException {
        for (Paper paper : List.copyOf(papers)) {
            for (int tries = 0; paper.approvals < ROUTE.size() && tries < 12; tries++) {
                step(application, paper);
            }
            if (paper.approvals < ROUTE.size()) {
                surprises.add("document " + paper.id + " cannot be finished, stands at " + paper.approvals);
            }
        }
        // until nothing has moved for a while: listeners and importer work behind the answers
        gate.beginNoMore();
        for (int idle = 0; idle < 15; ) {
            idle = gate.step(application) > 0 ? 0 : idle + 1;
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void signInEverybody(RunningApplication application) {
        api.signIn(application, "wang.ym");
        ROUTE.stream().distinct().forEach(account -> api.signIn(application, account));
        gate.signIn(application);
    }

    private void checkTables(Path data) throws IOException, SQLException {
        String password = Files.readString(data.resolve("pg.password")).strip();
        String port = Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).strip();
        try (Connection database =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/guanwu", "postgres", password)) {
            assertThat(count(database, """
                    select count(*) from (select authority_code, year from numbering.assigned_number
                     group by authority_code, year having count(*) <> max(serial) or count(distinct serial) <> count(*)) g"""))
                    .as("codes and years with a gap or a double")
                    .isZero();
            assertThat(count(database, "select count(*) from numbering.assigned_number"))
                    .as("numbers given")
                    .isEqualTo(papers.stream().filter(p -> !p.number.isEmpty()).count());
            assertThat(count(database, """
                    select count(*) from (select seq, previous_hash, lag(hash) over (order by seq) as before,
                      lag(seq) over (order by seq) as seq_before from audit.ledger_entry) l
                     where seq > 1 and (previous_hash <> before or seq <> seq_before + 1)"""))
                    .as("broken links of the ledger")
                    .isZero();
            long issued = papers.stream().filter(p -> p.approvals == ROUTE.size()).count();
            assertThat(count(database, "select count(*) from publication.item where source = 'OFFICIAL_DOCUMENT'"))
                    .as("publications made of the issued documents, one each")
                    .isEqualTo(issued);
            assertThat(count(database, """
                    select count(*) from publication.item where source = 'OFFICIAL_DOCUMENT' and status = 'PUBLISHED'"""))
                    .as("of these published")
                    .isEqualTo(issued);
            assertThat(count(database, "select count(*) from publication.item where source = 'HISTORICAL'"))
                    .as("imported items: whole batches, no row lost or doubled")
                    .isEqualTo((long) (gate.imports() - (gate.isBusy() ? 1 : 0)) * GateKeepers.ROWS);
            assertThat(count(database, "select count(*) from routing.route where status <> 'CLOSED'"))
                    .as("routes not at their end")
                    .isZero();
        }
    }

    private static long count(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
