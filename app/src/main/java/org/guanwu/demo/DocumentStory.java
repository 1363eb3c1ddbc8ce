package org.guanwu.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.guanwu.demo.SampleDocuments.Sample;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.routing.OnScreen;
import org.guanwu.foundation.routing.ReturnRequest;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.RouteView.MyTask;
import org.guanwu.foundation.routing.RouteView.StepView;
import org.guanwu.foundation.shared.Matter;

/**
 * One document on its way: whoever holds it opens it a while later, gives his opinion and passes it on, until the place
 * where the story leaves it for the visitor.
 */
final class DocumentStory {

    private static final Map<String, String> STOPS_AT = Map.ofEntries(
            Map.entry("department-review", "unit-review"),
            Map.entry("countersign", "countersign"),
            Map.entry("countersign-partial", "countersign"),
            Map.entry("office-review", "review"),
            Map.entry("disclosure-office", "disclosure-review"),
            Map.entry("sign", "sign"),
            Map.entry("sign-urgent", "sign"),
            Map.entry("final-check", "final-check"),
            Map.entry("registration", "register"),
            Map.entry("suspended", "review"));

    private static final Map<String, List<String>> OPINIONS = Map.of(
            "unit-review", List.of("同意，送审。", "同意。请核对附件页码。", "已阅，内容准确，同意报送。"),
            "countersign", List.of("同意。", "同意，无不同意见。", "原则同意，建议与现行布控规则衔接。"),
            "review", List.of("经核，文种、格式和依据无误，拟同意。", "文字已核，公开属性有依据，送审。", "格式规范，同意报批。"),
            "disclosure-review", List.of("经审查，不予公开的依据成立。"),
            "office-review", List.of("同意，请领导签发。", "拟同意，请审签。"),
            "sign", List.of("同意。", "发。", "同意印发。"),
            "sign-by-head", List.of("同意。", "同意上报。"),
            "final-check", List.of("已复核，准予编号。"),
            "register", List.of("已登记印发。"));

    private final DemoDesk desk;
    private final Timetable timetable;
    private final Sample sample;
    private final Consumer<Instant> issued;
    private final Random random;
    private Matter matter = new Matter("outgoing-document", 0);
    private boolean wasReturned;

    /** @param issued what follows once the document is out; told the moment */
    DocumentStory(DemoDesk desk, Timetable timetable, Sample sample, Consumer<Instant> issued) {
        this.desk = desk;
        this.timetable = timetable;
        this.sample = sample;
        this.issued = issued;
        this.random = new Random(sample.field("title").hashCode());
    }

    Matter matter() {
        return matter;
    }

    String story() {
        return sample.field("story");
    }

    Sample sample() {
        return sample;
    }

    void begin() {
        Instant start = timetable.morning(sample.startedWorkingDaysAgo(), random.nextInt(160));
        timetable.at(start, () -> {
            matter = desk.draft(sample);
            if (!story().equals("draft")) {
                Instant sent = timetable.later(start, 40 + random.nextInt(120));
                timetable.at(sent, () -> {
                    desk.send(sample, matter);
                    next(sent);
                });
            }
        });
    }

    private void next(Instant now) {
        // urgent papers are handled within the hour
        int pace = sample.field("urgency").isEmpty() ? 60 + random.nextInt(300) : 20 + random.nextInt(60);
        Instant opened = timetable.later(now, pace);
        timetable.at(opened, () -> takeStep(opened));
    }

    private void takeStep(Instant now) {
        RouteView view = desk.route(desk.drafterOf(sample), matter);
        Optional<StepView> running = view.running().stream().findFirst();
        if (running.isEmpty()) {
            issued.accept(now);
            return;
        }
        StepView step = running.get();
        String stop = STOPS_AT.getOrDefault(story(), "");
        boolean isStop =
                step.key().equals(stop) || stop.equals("sign") && step.key().equals("sign-by-head");
        if (isStop) {
            arriveAtTheEnd(now, step);
            return;
        }
        if (story().equals("returned") && step.key().equals("review")
                || story().equals("countersign-returned") && step.key().equals("countersign") && !wasReturned) {
            wasReturned = true;
            sendBack(step);
            if (story().equals("returned")) {
                return;
            }
        } else if (story().equals("countersign-returned")
                && wasReturned
                && step.key().equals("review")) {
            return;
        } else if (story().equals("voided") && step.key().equals("register")) {
            desk.voidDocument(sample, matter, "停机时间另行安排，本件不再印发。");
            return;
        } else {
            holders(step).stream().findFirst().ifPresent(holder -> approve(holder, step));
        }
        next(now);
    }

    private void arriveAtTheEnd(Instant now, StepView step) {
        List<Long> waiting = holders(step);
        if (story().equals("suspended")) {
            desk.suspend(matter, "等待上级明确设备更新标准。");
        } else if (story().equals("countersign-partial") && !waiting.isEmpty()) {
            approve(waiting.getFirst(), step);
        } else if (random.nextBoolean() && !waiting.isEmpty()) {
            desk.open(waiting.getFirst(), matter);
        }
    }

    private List<Long> holders(StepView step) {
        return step.seats().stream()
                .filter(RouteView.SeatView::isCurrent)
                .flatMap(seat -> seat.holders().stream().limit(1))
                .map(RouteView.HolderView::personId)
                .distinct()
                .toList();
    }

    private void approve(long personId, StepView step) {
        Actor actor = desk.person(personId);
        desk.open(personId, matter);
        RouteView view = desk.route(actor, matter);
        MyTask mine = view.mine();
        if (mine == null) {
            throw new IllegalStateException(
                    actor.name() + " has no task at " + step.key() + " of " + sample.field("title"));
        }
        var phrases = OPINIONS.getOrDefault(step.key(), List.of("同意。"));
        desk.approve(actor, screen(view, mine), phrases.get(random.nextInt(phrases.size())));
    }

    private void sendBack(StepView step) {
        long personId = holders(step).getFirst();
        Actor actor = desk.person(personId);
        desk.open(personId, matter);
        RouteView view = desk.route(actor, matter);
        MyTask mine = view.mine();
        if (mine == null) {
            throw new IllegalStateException(actor.name() + " has no task to return");
        }
        String reason = story().equals("returned") ? "检查范围与上级通知不一致，请核对后再报。" : "第二条与现行查验规程不一致，请修改。";
        boolean straightBack = story().equals("countersign-returned");
        desk.returnTo(actor, screen(view, mine), new ReturnRequest("draft", 0, false, straightBack, reason));
    }

    private static OnScreen screen(RouteView view, MyTask mine) {
        return new OnScreen(
                UUID.randomUUID(),
                view.routeId(),
                mine.taskNo(),
                view.version(),
                mine.seatVersion(),
                view.contentVersion());
    }

    static Set<String> storiesThatPublish() {
        return Set.of(
                "published",
                "corrected",
                "withdrawn",
                "repealed",
                "gate-first",
                "gate-findings",
                "gate-approval",
                "overdue",
                "to-publish");
    }
}
