package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.workingday.ClockDueMoved;
import org.guanwu.foundation.workingday.LegalClocks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings open clocks to the calendar in force. Each batch is one transaction with its ledger entries and events, and
 * takes only clocks of an older revision: broken off, it goes on where it stopped; run twice, it finds nothing.
 */
@Component
class ClockRecomputation {

    private static final Logger LOG = LoggerFactory.getLogger(ClockRecomputation.class);
    private static final int BATCH = 200;
    private static final int MOST_DAYS_NAMED = 6;

    private final ClockRepository clocks;
    private final TimeLimits limits;
    private final CalendarBook book;
    private final CalendarChangeRepository changes;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    ClockRecomputation(
            ClockRepository clocks,
            TimeLimits limits,
            CalendarBook book,
            CalendarChangeRepository changes,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.clocks = clocks;
        this.limits = limits;
        this.book = book;
        this.changes = changes;
        this.ledger = ledger;
        this.events = events;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void sweep() {
        int moved = run();
        if (moved > 0) {
            LOG.info("{} due dates moved with the calendar", moved);
        }
    }

    /** @return how many due dates moved */
    int run() {
        int moved = 0;
        Batch batch;
        do {
            batch = Objects.requireNonNull(transactions.execute(status -> next()));
            moved += batch.moved();
        } while (batch.seen() > 0);
        return moved;
    }

    private record Batch(int seen, int moved) {}

    private Batch next() {
        Calendar calendar = book.current();
        List<StoredClock> outdated = clocks.listOutdatedForUpdate(calendar.revision(), BATCH);
        var eventsOf =
                clocks.listEventsOf(outdated.stream().map(StoredClock::id).toList());
        var calculus = new ClockCalculus(calendar);
        var limitOf = new HashMap<String, TimeLimit>();
        var effectsSince = new HashMap<Long, List<CalendarChangeRepository.Effect>>();
        int moved = 0;
        for (StoredClock before : outdated) {
            TimeLimit limit = limitOf.computeIfAbsent(
                    before.limitCode() + before.limitValidFrom(),
                    key -> limits.getVersion(before.limitCode(), before.limitValidFrom()));
            ClockCalculus.Due due = calculus.due(
                    limit.amount(), limit.unit(), before.startedOn(), eventsOf.getOrDefault(before.id(), List.of()));
            LegalClocks.State state = due == null ? LegalClocks.State.SUSPENDED : LegalClocks.State.RUNNING;
            StoredClock after = before.reckoned(state, due, calendar.revision());
            clocks.update(after);
            boolean hasMoved = !Objects.equals(before.dueOn(), after.dueOn());
            if (hasMoved || before.isProvisional() != after.isProvisional()) {
                var effects = effectsSince.computeIfAbsent(
                        before.calendarRevision(), since -> changes.listEffectsAfter(since));
                report(before, after, limit, why(before, after, effects));
            }
            moved += hasMoved ? 1 : 0;
        }
        return new Batch(outdated.size(), moved);
    }

    private void report(StoredClock before, StoredClock after, TimeLimit limit, String why) {
        boolean hasMoved = !Objects.equals(before.dueOn(), after.dueOn());
        ledger.record(Act.bySystem(
                hasMoved ? "workingday.due-date-recomputed" : "workingday.due-date-confirmed",
                after.matter(),
                Map.of(
                        "limit", limit.code(),
                        "article", limit.article(),
                        "from", text(before),
                        "to", text(after),
                        "why", why)));
        if (hasMoved) {
            events.publishEvent(
                    new ClockDueMoved(after.matter(), after.limitCode(), before.dueOn(), after.dueOn(), why));
        }
    }

    private static String text(StoredClock clock) {
        return clock.dueOn() + (clock.isProvisional() ? "（暂定）" : "");
    }

    /** the changes since the clock was last reckoned, with those of their dates that lie within its run */
    private static String why(StoredClock before, StoredClock after, List<CalendarChangeRepository.Effect> effects) {
        return effects.stream()
                .map(effect -> effect.cause() + datesWithin(before, after, effect.days()))
                .collect(Collectors.joining("；"));
    }

    private static String datesWithin(StoredClock before, StoredClock after, List<CalendarFold.Entry> days) {
        LocalDate end = later(before.dueOn(), after.dueOn());
        var within = days.stream()
                .filter(d -> d.date().isAfter(before.startedOn()) && !d.date().isAfter(end))
                .map(d -> d.date() + d.kind().label())
                .toList();
        if (within.isEmpty()) {
            return "";
        }
        return within.stream().limit(MOST_DAYS_NAMED).collect(Collectors.joining("、", "：", ""))
                + (within.size() > MOST_DAYS_NAMED ? "等 " + within.size() + " 天" : "");
    }

    private static LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null) {
            return other == null ? LocalDate.MIN : other;
        }
        return other == null || one.isAfter(other) ? one : other;
    }
}
