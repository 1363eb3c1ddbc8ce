package org.guanwu.portal.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.LimitUnit;
import org.guanwu.foundation.workingday.ReckonedDay;
import org.guanwu.foundation.workingday.ReckonedDay.Kind;

/** The reckoning told in sentences, as one would tell it at the counter. */
final class PlainWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）", Locale.CHINA);
    private static final int MOST_NAMED = 6;

    private PlainWords() {}

    static List<String> of(DeadlineQuestion.Read question, ClockReckoning reckoning) {
        var sentences = new ArrayList<String>();
        sentences.add(start(question, reckoning));
        if (reckoning.unit() == LimitUnit.WORKING_DAY) {
            holidays(reckoning, sentences);
            makeUpDays(reckoning, sentences);
        } else {
            sentences.add("按自然日连续计算，周末和节假日也算在内。");
        }
        events(question, reckoning, sentences);
        end(reckoning, sentences);
        return sentences;
    }

    private static String start(DeadlineQuestion.Read question, ClockReckoning reckoning) {
        String first = reckoning.days().stream()
                .filter(ReckonedDay::isCounted)
                .findFirst()
                .map(d -> "，" + DAY.format(d.date()) + "是第 1 天")
                .orElse("");
        boolean isRestarted = question.events().stream().anyMatch(e -> e.type() == ClockEvent.Type.RESTARTED);
        return DAY.format(question.from()) + "起算，当天不算" + (isRestarted ? "。" : first + "。");
    }

    private static void holidays(ClockReckoning reckoning, List<String> sentences) {
        var names = new LinkedHashMap<String, Integer>();
        long weekend = 0;
        for (ReckonedDay day : reckoning.days()) {
            if (day.kind() == Kind.HOLIDAY) {
                names.merge(day.reason().replace("放假", ""), 1, Integer::sum);
            }
            weekend += day.kind() == Kind.WEEKEND ? 1 : 0;
        }
        if (!names.isEmpty()) {
            var parts = names.entrySet().stream()
                    .limit(MOST_NAMED)
                    .map(e -> e.getKey() + " " + e.getValue() + " 天")
                    .toList();
            sentences.add(String.join("、", parts) + (names.size() > MOST_NAMED ? "等" : "") + "放假，不算。");
        }
        if (weekend > 0) {
            sentences.add("周末 " + weekend + " 天不算。");
        }
    }

    private static void makeUpDays(ClockReckoning reckoning, List<String> sentences) {
        var made = reckoning.days().stream()
                .filter(d -> d.kind() == Kind.MAKE_UP_WORKDAY)
                .limit(MOST_NAMED)
                .map(d -> DAY.format(d.date()) + "是" + d.reason() + "，算第 " + d.ordinal() + " 天")
                .toList();
        if (!made.isEmpty()) {
            sentences.add(String.join("；", made) + "。");
        }
    }

    private static void events(DeadlineQuestion.Read question, ClockReckoning reckoning, List<String> sentences) {
        LocalDate paused = null;
        for (ClockEvent event : question.events()) {
            LocalDate on = event.at() == null ? null : event.at().toLocalDate();
            switch (event.type()) {
                case SUSPENDED -> paused = on;
                case RESUMED -> {
                    if (paused != null && on != null) {
                        LocalDate from = paused;
                        long left = reckoning.days().stream()
                                .filter(d -> d.kind() == Kind.SUSPENDED
                                        && d.date().isAfter(from)
                                        && !d.date().isAfter(on))
                                .count();
                        String unit = reckoning.unit() == LimitUnit.WORKING_DAY ? "个工作日" : "个自然日";
                        sentences.add(DAY.format(from) + "停钟，" + DAY.format(on) + "恢复，其间 " + left + " " + unit + "不算。");
                    }
                    paused = null;
                }
                case RESTARTED -> {
                    if (on != null) {
                        sentences.add(DAY.format(on) + "重新计算，此前已算的天数和停钟作废，这一天也不算。");
                    }
                    paused = null;
                }
                case EXTENDED ->
                    sentences.add(
                            "延长 " + event.amount() + " " + reckoning.unit().label() + "，一共 " + reckoning.total() + " "
                                    + reckoning.unit().label() + "。");
            }
        }
        if (paused != null) {
            sentences.add(DAY.format(paused) + "停钟，还没有恢复，所以现在算不出最晚日期。");
        }
    }

    private static void end(ClockReckoning reckoning, List<String> sentences) {
        if (reckoning.due() == null) {
            return;
        }
        boolean isRolled = reckoning.days().getLast().kind() == Kind.ROLLED_OVER;
        if (isRolled) {
            sentences.add("算满的那一天是休息日或节假日，顺延到其后第一个工作日（民法典第二百零三条）。");
        }
        sentences.add("所以最晚是" + DAY.format(reckoning.due()) + "。");
        if (reckoning.isProvisional()) {
            sentences.add("其中有的年份没有国务院公布的放假安排，只按周一至周五推算，这个日期是暂定的，公布后会变。");
        }
    }

    /** the notices that the named days rest on */
    static List<String> sources(ClockReckoning reckoning) {
        var sources = new LinkedHashSet<String>();
        for (ReckonedDay day : reckoning.days()) {
            if (day.kind() == Kind.HOLIDAY || day.kind() == Kind.MAKE_UP_WORKDAY) {
                sources.add(day.source());
            }
        }
        return sources.stream().limit(MOST_NAMED).toList();
    }
}
