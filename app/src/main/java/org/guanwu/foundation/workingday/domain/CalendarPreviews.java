package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.guanwu.foundation.shared.Matter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reckons every open clock twice: with the calendar in force and with the proposed one. */
@Component
public class CalendarPreviews {

    /** 全国年节及纪念日放假办法第二条: 13 days since 2025, 11 before */
    private static final int STATUTORY_DAYS = 11;

    private static final Map<String, String> KINDS = Map.of(
            "outgoing-document", "发文",
            "publication", "公开信息",
            "disclosure-request", "信息公开申请",
            "release-review", "公开审查");

    private final CalendarRepository calendars;
    private final CalendarChanges changes;
    private final ClockRepository clocks;
    private final TimeLimits limits;

    CalendarPreviews(CalendarRepository calendars, CalendarChanges changes, ClockRepository clocks, TimeLimits limits) {
        this.calendars = calendars;
        this.changes = changes;
        this.clocks = clocks;
        this.limits = limits;
    }

    @Transactional(readOnly = true)
    public CalendarPreview preview(CalendarChange change) {
        long revision = calendars.revision();
        var layers = calendars.listInForce();
        Calendar current = CalendarFold.of(revision, layers);
        Calendar proposed = CalendarFold.of(revision, with(change, layers));
        var days = differences(current, proposed);
        return new CalendarPreview(
                revision,
                proposed,
                clocks.countOpen(),
                moves(current, proposed),
                days,
                warnings(change, proposed, days));
    }

    private List<CalendarFold.Layer> with(CalendarChange change, List<CalendarFold.Layer> inForce) {
        var layers = new ArrayList<>(inForce);
        Long reverts = change.revertsId();
        if (reverts != null) {
            layers.removeIf(layer -> layer.notice().changeId() == reverts);
        } else {
            layers.removeIf(layer -> layer.notice().changeId() == change.id());
            layers.add(new CalendarFold.Layer(
                    change.notice(), change.kind() == CalendarChange.Kind.YEAR, changes.listDays(change.id())));
        }
        return layers;
    }

    private List<CalendarPreview.Move> moves(Calendar current, Calendar proposed) {
        var running = clocks.listRunning();
        var events = clocks.listEventsOf(running.stream().map(StoredClock::id).toList());
        var limitOf = new HashMap<String, TimeLimit>();
        var before = new ClockCalculus(current);
        var after = new ClockCalculus(proposed);
        var moves = new ArrayList<CalendarPreview.Move>();
        for (StoredClock clock : running) {
            TimeLimit limit = limitOf.computeIfAbsent(
                    clock.limitCode() + clock.limitValidFrom(),
                    key -> limits.getVersion(clock.limitCode(), clock.limitValidFrom()));
            var happened = events.getOrDefault(clock.id(), List.of());
            var old = before.due(limit.amount(), limit.unit(), clock.startedOn(), happened);
            var moved = after.due(limit.amount(), limit.unit(), clock.startedOn(), happened);
            if (old != null && moved != null && !old.day().equals(moved.day())) {
                moves.add(new CalendarPreview.Move(
                        clock.matter(),
                        labelOf(clock),
                        limit.name(),
                        limit.article(),
                        old.day(),
                        moved.day(),
                        moved.isProvisional()));
            }
        }
        moves.sort(Comparator.comparing(CalendarPreview.Move::newDue)
                .thenComparing(m -> m.matter().toString()));
        return moves;
    }

    private static String labelOf(StoredClock clock) {
        Matter matter = clock.matter();
        return clock.label().isEmpty()
                ? KINDS.getOrDefault(matter.type(), matter.type()) + " " + matter.id()
                : clock.label();
    }

    private static List<CalendarPreview.DayDifference> differences(Calendar current, Calendar proposed) {
        var dates = new TreeSet<LocalDate>(current.listed().keySet());
        dates.addAll(proposed.listed().keySet());
        var differences = new ArrayList<CalendarPreview.DayDifference>();
        for (LocalDate date : dates) {
            String before = current.reasonOf(date);
            String after = proposed.reasonOf(date);
            if (!before.equals(after)) {
                differences.add(new CalendarPreview.DayDifference(date, before, after));
            }
        }
        return differences;
    }

    private static List<String> warnings(
            CalendarChange change, Calendar proposed, List<CalendarPreview.DayDifference> days) {
        var warnings = new ArrayList<String>();
        if (days.isEmpty()) {
            warnings.add("与现行日历没有差别。");
        }
        long off = proposed.listed().values().stream()
                .filter(d -> d.notice().changeId() == change.id() && d.kind() == ListedDay.Kind.OFF)
                .count();
        if (change.kind() == CalendarChange.Kind.YEAR && off < STATUTORY_DAYS) {
            warnings.add("全年只列出 " + off + " 天放假，少于《全国年节及纪念日放假办法》第二条规定的天数，请核对是否录全。");
        }
        proposed.listed().forEach((date, day) -> {
            if (day.notice().changeId() == change.id()
                    && day.kind() == ListedDay.Kind.WORK
                    && date.getDayOfWeek().getValue() <= 5) {
                warnings.add(date + " 本来就是周一至周五，列为上班不改变计算，请核对日期。");
            }
        });
        return warnings;
    }
}
