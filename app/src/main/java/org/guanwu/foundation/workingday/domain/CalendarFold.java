package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * Notices laid over each other. The arrangement of a year replaces all that stood for that notice year; a correction
 * replaces single dates. Taking a layer out and folding again is the roll-back.
 */
final class CalendarFold {

    private CalendarFold() {}

    record Entry(LocalDate date, ListedDay.Kind kind, String name) {}

    /** @param isYear the arrangement of a whole year, which makes the year a published one */
    record Layer(Notice notice, boolean isYear, List<Entry> entries) {}

    static Calendar of(long revision, List<Layer> layers) {
        var listed = new TreeMap<LocalDate, ListedDay>();
        var years = new TreeMap<Integer, Notice>();
        for (Layer layer : layers) {
            if (layer.isYear()) {
                years.put(layer.notice().year(), layer.notice());
                listed.values()
                        .removeIf(day -> day.notice().year() == layer.notice().year());
            }
            for (Entry entry : layer.entries()) {
                if (entry.kind() == ListedDay.Kind.ORDINARY) {
                    listed.remove(entry.date());
                } else {
                    listed.put(entry.date(), new ListedDay(entry.kind(), entry.name(), layer.notice()));
                }
            }
        }
        return new Calendar(revision, listed, years);
    }
}
