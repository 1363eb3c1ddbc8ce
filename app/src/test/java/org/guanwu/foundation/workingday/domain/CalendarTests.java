package org.guanwu.foundation.workingday.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.workingday.ReckonedDay.Kind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CalendarTests {

    private static final Path NOTES = Path.of("../../shared/data/holidays/merged-2007-2026.json");
    private final Calendar calendar = ShippedCalendar.load();

    @Test
    void hasAsManyWorkingDaysAYearAsTheNoticesGive() {
        int[] expected = {
            249, 251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248
        };
        for (int year = 2007; year <= 2026; year++) {
            assertThat(calendar.workingDaysOf(year)).as("%d", year).isEqualTo(expected[year - 2007]);
        }
    }

    @Test
    void citesANoticeForEveryYear() {
        for (int year = 2007; year <= 2026; year++) {
            var notice = calendar.findNotice(year).orElseThrow();
            assertThat(notice.number()).matches("国办发明电〔" + (year - 1) + "〕\\d+号");
            assertThat(notice.title()).isEqualTo("国务院办公厅关于" + year + "年部分节假日安排的通知");
            assertThat(notice.address()).startsWith("http").contains("gov.cn");
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2015-09-03, HOLIDAY,         国发明电〔2015〕1号
            2015-09-06, MAKE_UP_WORKDAY, 国发明电〔2015〕1号
            2019-05-01, HOLIDAY,         国办发明电〔2019〕3号
            2019-05-05, MAKE_UP_WORKDAY, 国办发明电〔2019〕3号
            2020-02-01, HOLIDAY,         国办发明电〔2020〕1号
            2020-01-24, HOLIDAY,         国办发明电〔2019〕16号
            2007-12-31, HOLIDAY,         国办发明电〔2007〕52号
            2022-12-31, HOLIDAY,         国办发明电〔2022〕16号
            2026-10-10, MAKE_UP_WORKDAY, 国办发明电〔2025〕7号
            2026-10-11, WEEKEND,         《国务院关于职工工作时间的规定》第七条
            2026-10-12, WORKDAY,         国办发明电〔2025〕7号
            2027-03-01, WORKDAY,         2027年放假安排尚未公布
            2006-03-01, WORKDAY,         2006年放假安排未收录
            """)
    void namesTheNoticeOfTheDay(LocalDate date, Kind kind, String source) {
        assertThat(calendar.kindOf(date)).isEqualTo(kind);
        assertThat(calendar.sourceOf(date)).contains(source);
    }

    @Test
    void agreesWithTheNotesDayByDay() throws Exception {
        Assumptions.assumeTrue(Files.exists(NOTES), "skipped: " + NOTES + " is absent");
        var listed = JsonMapper.shared().readTree(Files.readString(NOTES)).path("days");
        for (LocalDate d = LocalDate.of(2006, 12, 30); d.getYear() < 2027; d = d.plusDays(1)) {
            var entry = listed.path(d.toString());
            boolean expected = entry.isMissingNode()
                    ? d.getDayOfWeek().getValue() <= 5
                    : !entry.path("isOffDay").asBoolean();
            assertThat(calendar.isWorkingDay(d)).as("%s", d).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("全年安排替换该年原有安排，更正只替换所列日期，撤下一层即回退")
    void foldsNotices() {
        var year = layer(1, true, new CalendarFold.Entry(LocalDate.of(2031, 1, 1), ListedDay.Kind.OFF, "元旦"));
        var correction = layer(2, false, new CalendarFold.Entry(LocalDate.of(2031, 1, 2), ListedDay.Kind.OFF, "元旦"));
        var takenBack = layer(3, false, new CalendarFold.Entry(LocalDate.of(2031, 1, 1), ListedDay.Kind.ORDINARY, ""));
        var again = layer(4, true, new CalendarFold.Entry(LocalDate.of(2031, 1, 3), ListedDay.Kind.OFF, "元旦"));

        assertThat(workingInJanuary(year)).containsExactly(2, 3);
        assertThat(workingInJanuary(year, correction)).containsExactly(3);
        assertThat(workingInJanuary(year, correction, takenBack)).containsExactly(1, 3);
        assertThat(workingInJanuary(year, correction, again)).containsExactly(1, 2);
        assertThat(CalendarFold.of(1, List.of(correction)).isPublished(LocalDate.of(2031, 5, 1)))
                .isFalse();
    }

    @Test
    void countsAnyDistanceLikeADayByDayWalk() {
        for (LocalDate from : List.of(
                LocalDate.of(1949, 10, 1),
                LocalDate.of(2006, 12, 20),
                LocalDate.of(2026, 12, 20),
                LocalDate.of(2600, 2, 3))) {
            int count = 0;
            LocalDate d = from;
            while (count < 700) {
                d = d.plusDays(1);
                if (calendar.isWorkingDay(d)) {
                    count++;
                    assertThat(calendar.dueDate(from, count)).isEqualTo(d);
                    assertThat(calendar.between(from, d)).isEqualTo(count);
                    assertThat(calendar.between(d, from)).isEqualTo(-count);
                }
            }
        }
    }

    private static CalendarFold.Layer layer(long id, boolean isYear, CalendarFold.Entry entry) {
        return new CalendarFold.Layer(new Notice(id, 2031, "号" + id, "", ""), isYear, List.of(entry));
    }

    /** of the first three days, Wednesday to Friday */
    private static List<Integer> workingInJanuary(CalendarFold.Layer... layers) {
        Calendar folded = CalendarFold.of(1, List.of(layers));
        return List.of(1, 2, 3).stream()
                .filter(day -> folded.isWorkingDay(LocalDate.of(2031, 1, day)))
                .toList();
    }

    @Test
    void anEmptyCalendarKnowsWeeksOnly() {
        var empty = new Calendar(0, Map.of(), Map.of());
        assertThat(empty.dueDate(LocalDate.of(2026, 9, 30), 5)).isEqualTo(LocalDate.of(2026, 10, 7));
        assertThat(empty.isPublished(LocalDate.of(2026, 9, 30))).isFalse();
    }
}
