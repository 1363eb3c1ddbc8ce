package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import java.util.List;
import org.guanwu.foundation.shared.Matter;

/**
 * What a change would do if it took effect now.
 *
 * @param revision of the calendar it was compared with; approval refuses another one
 * @param moves every open clock whose due date moves, earliest new date first
 * @param warnings what a reader of the notice should look at twice
 */
public record CalendarPreview(
        long revision,
        Calendar proposed,
        long openClocks,
        List<Move> moves,
        List<DayDifference> days,
        List<String> warnings) {

    /** @param label of the matter; its kind where it has none */
    public record Move(
            Matter matter,
            String label,
            String limitName,
            String article,
            LocalDate oldDue,
            LocalDate newDue,
            boolean isProvisional) {

        public boolean isLater() {
            return newDue.isAfter(oldDue);
        }

        public String url() {
            return "/office/" + matter.type() + "s/" + matter.id();
        }
    }

    /** @param before and after in words: 工作日, 国庆节放假 */
    public record DayDifference(LocalDate date, String before, String after) {}

    public long later() {
        return moves.stream().filter(Move::isLater).count();
    }

    public long earlier() {
        return moves.size() - later();
    }

    /** due dates that would fall on a Saturday or Sunday on which work is made up */
    public List<Move> onMakeUpDays() {
        return moves.stream()
                .filter(m -> m.newDue().getDayOfWeek().getValue() > 5)
                .toList();
    }
}
