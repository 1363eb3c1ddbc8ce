package org.guanwu.foundation.workingday.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.workingday.ClockDueMoved;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.LegalClocks;
import org.guanwu.foundation.workingday.LimitUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clocks of matters: events in, due date out. Each act locks its clock, so that simultaneous acts follow in turn. */
@Component
class LegalClocksDirectory implements LegalClocks {

    private final ClockRepository clocks;
    private final TimeLimits limits;
    private final CalendarBook book;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LegalClocksDirectory(
            ClockRepository clocks,
            TimeLimits limits,
            CalendarBook book,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clocks = clocks;
        this.limits = limits;
        this.book = book;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ClockView start(Matter matter, String limitCode, LocalDate startedOn) {
        TimeLimit limit = limits.find(limitCode, startedOn)
                .orElseThrow(() ->
                        new Refusal("workingday.no-limit", "期限表中没有 " + startedOn + " 适用的“" + limitCode + "”，不能起算。"));
        if (limit.unit() == LimitUnit.HOUR) {
            throw new Refusal("workingday.hours-need-a-time", limit.name() + "按小时计算，须以时刻起算。");
        }
        Calendar calendar = book.current();
        ClockCalculus.Due due = Objects.requireNonNull(
                new ClockCalculus(calendar).due(limit.amount(), limit.unit(), startedOn, List.of()));
        if (!clocks.insert(matter, limit, startedOn, State.RUNNING, due, calendar.revision())) {
            StoredClock existing = get(matter, limitCode);
            if (!existing.startedOn().equals(startedOn)) {
                throw new Refusal(
                        "workingday.already-started",
                        limit.name() + "的期限已自 " + existing.startedOn() + " 起算，不能改为 " + startedOn
                                + "；确需重新计算的，请按重新计算办理。");
            }
            return view(existing);
        }
        StoredClock started = get(matter, limitCode);
        clocks.append(started.id(), ClockRepository.STARTED, startedOn, null, "", clock.instant());
        record(started, "workingday.clock-started", startedOn, "");
        return view(started);
    }

    @Override
    @Transactional
    public void label(Matter matter, String label) {
        clocks.label(matter, label);
    }

    @Override
    @Transactional
    public ClockView suspend(Matter matter, String limitCode, LocalDate on, String reason) {
        return act(matter, limitCode, ClockEvent.suspended(on), on, reason);
    }

    @Override
    @Transactional
    public ClockView resume(Matter matter, String limitCode, LocalDate on, String reason) {
        return act(matter, limitCode, ClockEvent.resumed(on), on, reason);
    }

    @Override
    @Transactional
    public ClockView restart(Matter matter, String limitCode, LocalDate on, String reason) {
        return act(matter, limitCode, ClockEvent.restarted(on), on, reason);
    }

    @Override
    @Transactional
    public ClockView extend(Matter matter, String limitCode, int amount, LocalDate on, String reason) {
        return act(matter, limitCode, ClockEvent.extended(amount, on), on, reason);
    }

    @Override
    @Transactional
    public ClockView stop(Matter matter, String limitCode, LocalDate on) {
        StoredClock stored = getForUpdate(matter, limitCode);
        if (stored.state() == State.STOPPED) {
            if (!on.equals(stored.stoppedOn())) {
                throw new Refusal("workingday.already-stopped", "期限已于 " + stored.stoppedOn() + " 办结。");
            }
            return view(stored);
        }
        if (on.isBefore(stored.startedOn())) {
            throw new Refusal("workingday.before-start", "办结日 " + on + " 早于起算日 " + stored.startedOn() + "。");
        }
        StoredClock stopped = stored.stopped(on);
        clocks.update(stopped);
        clocks.append(stored.id(), ClockRepository.STOPPED, on, null, "", clock.instant());
        record(stopped, "workingday.clock-stopped", on, "");
        return view(stopped);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ClockView> find(Matter matter, String limitCode) {
        return clocks.find(matter, limitCode).map(this::view);
    }

    private ClockView act(Matter matter, String limitCode, ClockEvent event, LocalDate on, String reason) {
        StoredClock stored = getForUpdate(matter, limitCode);
        List<ClockEvent> before = clocks.listEvents(stored.id());
        if (before.contains(event)) {
            return view(stored);
        }
        TimeLimit limit = limits.getVersion(stored.limitCode(), stored.limitValidFrom());
        Calendar calendar = book.current();
        var calculus = new ClockCalculus(calendar);
        var after = new ArrayList<>(before);
        after.add(event);
        refuse(stored, limit, event, on, after);
        ClockCalculus.Due due = due(calculus, limit, stored, after);
        State state = due == null ? State.SUSPENDED : State.RUNNING;
        StoredClock changed = stored.reckoned(state, due, calendar.revision());
        clocks.append(
                stored.id(),
                event.type().name(),
                on,
                event.type() == ClockEvent.Type.EXTENDED ? event.amount() : null,
                reason,
                clock.instant());
        clocks.update(changed);
        record(changed, "workingday.clock-" + event.type().name().toLowerCase(Locale.ROOT), on, reason);
        if (!Objects.equals(stored.dueOn(), changed.dueOn())) {
            String why = event.type().label() + (reason.isBlank() ? "" : "：" + reason);
            events.publishEvent(new ClockDueMoved(matter, limitCode, stored.dueOn(), changed.dueOn(), why));
        }
        return view(changed);
    }

    /** the limit's own rule, before the calculus looks at the order of events */
    private static void refuse(
            StoredClock stored, TimeLimit limit, ClockEvent event, LocalDate on, List<ClockEvent> all) {
        if (stored.state() == State.STOPPED) {
            throw new Refusal("workingday.already-stopped", limit.name() + "的期限已于 " + stored.stoppedOn() + " 办结。");
        }
        switch (event.type()) {
            case SUSPENDED -> {
                if (!limit.canPause()) {
                    throw new Refusal("workingday.cannot-pause", limit.name() + "的期限不得停钟（" + limit.article() + "）。");
                }
                refuseWhenExpired(stored, limit, event, on);
            }
            case RESUMED -> {}
            case RESTARTED -> {
                if (!limit.canRestart()) {
                    throw new Refusal(
                            "workingday.cannot-restart", limit.name() + "的期限不得重新计算（" + limit.article() + "）。");
                }
            }
            case EXTENDED -> {
                refuseWhenExpired(stored, limit, event, on);
                int extended = 0;
                for (ClockEvent each : all) {
                    switch (each.type()) {
                        case EXTENDED -> extended += each.amount();
                        case RESTARTED -> extended = 0;
                        case SUSPENDED, RESUMED -> {}
                    }
                }
                if (extended > limit.extensionCap()) {
                    String cap = limit.extensionCap() == 0
                            ? "不得延长"
                            : "累计延长不得超过 " + limit.extensionCap() + " "
                                    + limit.unit().label();
                    throw new Refusal("workingday.beyond-cap", limit.name() + cap + "（" + limit.article() + "）。");
                }
            }
        }
    }

    private static void refuseWhenExpired(StoredClock stored, TimeLimit limit, ClockEvent event, LocalDate on) {
        if (stored.dueOn() != null && on.isAfter(stored.dueOn())) {
            throw new Refusal(
                    "workingday.expired",
                    limit.name() + "的期限已于 " + stored.dueOn() + " 届满，不能再"
                            + event.type().label() + "。");
        }
    }

    private static ClockCalculus.@Nullable Due due(
            ClockCalculus calculus, TimeLimit limit, StoredClock stored, List<ClockEvent> all) {
        try {
            return calculus.due(limit.amount(), limit.unit(), stored.startedOn(), all);
        } catch (InvalidInput outOfOrder) {
            throw new Refusal(
                    "workingday.event-refused", outOfOrder.problems().getFirst().message());
        }
    }

    private void record(StoredClock stored, String act, LocalDate on, String reason) {
        var details = new HashMap<String, String>();
        details.put("limit", stored.limitCode());
        details.put("on", on.toString());
        details.put("due", stored.dueOn() == null ? "" : stored.dueOn().toString());
        if (!reason.isBlank()) {
            details.put("reason", reason);
        }
        ledger.record(Act.bySystem(act, stored.matter(), details));
    }

    private StoredClock get(Matter matter, String limitCode) {
        return clocks.find(matter, limitCode).orElseThrow(() -> new NotFound(limitCode + " of " + matter));
    }

    private StoredClock getForUpdate(Matter matter, String limitCode) {
        return clocks.findForUpdate(matter, limitCode).orElseThrow(() -> new NotFound(limitCode + " of " + matter));
    }

    private ClockView view(StoredClock stored) {
        TimeLimit limit = limits.getVersion(stored.limitCode(), stored.limitValidFrom());
        LocalDate today = ChinaTime.dateOf(clock.instant());
        Integer remaining = stored.state() == State.RUNNING && stored.dueOn() != null
                ? Integer.valueOf(book.current().between(today, stored.dueOn()))
                : null;
        return new ClockView(
                stored.matter(),
                stored.limitCode(),
                limit.name(),
                limit.article(),
                stored.state(),
                stored.startedOn(),
                stored.dueOn(),
                stored.isProvisional(),
                remaining,
                stored.stoppedOn());
    }
}
