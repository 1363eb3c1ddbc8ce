package org.guanwu.openness.gazetteimport.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as old lists write them: 2008-5-4, 2008/5/4, 2008.5.4, 20080504, 2008年5月4日, 二〇〇八年五月四日. */
final class WrittenDate {

    private static final Pattern DIGITS =
            Pattern.compile("^([0-9]{4})(?:[-/.．]|年)([0-9]{1,2})(?:[-/.．]|月)([0-9]{1,2})日?(?:[T ].*)?$");
    private static final Pattern COMPACT = Pattern.compile("^([0-9]{4})([0-9]{2})([0-9]{2})$");
    private static final Pattern CHINESE =
            Pattern.compile("^([〇○ＯO零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$");
    private static final Pattern AT_END = Pattern.compile(
            "((?:[0-9]{4}|[〇○ＯO零一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日)(?!起|前|后|至|以|止|，|,|（含|含)");

    private WrittenDate() {}

    static Optional<LocalDate> parse(String written) {
        String text = written.strip();
        for (Pattern pattern : new Pattern[] {DIGITS, COMPACT}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return date(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)));
            }
        }
        Matcher chinese = CHINESE.matcher(text);
        return chinese.matches()
                ? date(year(chinese.group(1)), small(chinese.group(2)), small(chinese.group(3)))
                : Optional.empty();
    }

    /** the last date of a text that is not part of a clause: 成文日期 below the signature */
    static Optional<LocalDate> lastIn(String text) {
        Matcher matcher = AT_END.matcher(text);
        Optional<LocalDate> last = Optional.empty();
        while (matcher.find()) {
            last = parse(matcher.group(1)).or(() -> Optional.empty());
        }
        return last;
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < 1949 || year > 2200 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int year(String digits) {
        int year = 0;
        for (char c : digits.toCharArray()) {
            year = year * 10 + Math.max(0, "零一二三四五六七八九".indexOf(c));
        }
        return year;
    }

    private static int small(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return "零一二三四五六七八九".indexOf(numeral.charAt(0));
        }
        int tens = ten == 0 ? 1 : "零一二三四五六七八九".indexOf(numeral.charAt(0));
        int ones = ten == numeral.length() - 1 ? 0 : "零一二三四五六七八九".indexOf(numeral.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
