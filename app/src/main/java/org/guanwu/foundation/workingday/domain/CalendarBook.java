package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.LimitUnit;
import org.guanwu.foundation.workingday.WorkingDays;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The calendar in force, held in memory. The node that approves a change refreshes at once, the others within ten
 * seconds; a clock reckoned in between carries the older revision and is recomputed by the sweep.
 */
@Component
public class CalendarBook implements WorkingDays {

    private final CalendarRepository repository;
    private final TimeLimits limits;
    private volatile Calendar current;

    CalendarBook(CalendarRepository repository, TimeLimits limits) {
        this.repository = repository;
        this.limits = limits;
        this.current = repository.load();
    }

    public Calendar current() {
        return current;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void refreshIfChanged() {
        if (repository.revision() != current.revision()) {
            refresh();
        }
    }

    void refresh() {
        current = repository.load();
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        return current.isWorkingDay(date);
    }

    @Override
    public boolean isPublished(LocalDate date) {
        return current.isPublished(date);
    }

    @Override
    public int between(LocalDate from, LocalDate to) {
        return current.between(from, to);
    }

    @Override
    public LocalDate dueDate(LocalDate from, int workingDays) {
        return current.dueDate(from, workingDays);
    }

    @Override
    public ClockReckoning reckon(int amount, LimitUnit unit, LocalDateTime startedAt, List<ClockEvent> events) {
        return new ClockCalculus(current).reckon(amount, unit, startedAt, events);
    }

    @Override
    public List<NamedLimit> listLimits(LocalDate on) {
        return limits.listInForce(on).stream()
                .map(l -> new NamedLimit(
                        l.code(), l.name(), l.wing(), l.amount(), l.unit(), l.article(), l.isStatutory()))
                .toList();
    }
}
