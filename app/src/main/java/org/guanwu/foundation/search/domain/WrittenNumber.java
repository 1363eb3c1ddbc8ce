package org.guanwu.foundation.search.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 发文字号 however it is written: {@code 杭关办发〔2008〕99号}, {@code 杭关办发[2008]99}, {@code 杭关办发（2008）99号},
 * {@code 杭关办发 2008 99}, {@code 公告2023年第148号}, {@code 海关总署令第256号}.
 *
 * <p>GB/T 9704-2012 7.2.5 wants 〔〕, no 第 and no leading zero; people type what their keyboard offers.
 *
 * @param code 机关代字, empty when only year and serial were written
 * @param year null for orders (令), which are numbered through
 * @param serial null when only code and year were written
 * @param start where it begins in the text it was found in
 * @param end behind its last character
 */
record WrittenNumber(
        String code, @Nullable String year, @Nullable String serial, int start, int end) {

    private static final String OPEN = "[\\[({<「『]?";
    private static final String CLOSE = "[\\])}>」』]?";
    private static final Pattern YEAR_AND_SERIAL = Pattern.compile("(?<code>\\p{IsHan}{0,16}?)\\s*" + OPEN
            + "\\s*(?<![0-9])(?<year>(?:19|20)[0-9]{2})\\s*年?\\s*" + CLOSE
            + "\\s*年?\\s*字?\\s*第?\\s*(?<serial>[0-9]{1,5})(?![0-9]|\\s*[月日年./%-])\\s*号?");
    private static final Pattern YEAR_ONLY = Pattern.compile("^\\s*(?<code>\\p{IsHan}{2,16}?)\\s*" + OPEN
            + "\\s*(?<year>(?:19|20)[0-9]{2})\\s*年?\\s*" + CLOSE + "\\s*年?\\s*第?\\s*$");
    private static final Pattern ORDER =
            Pattern.compile("(?<code>\\p{IsHan}{0,14}令)\\s*第?\\s*(?<serial>[0-9]{1,4})(?![0-9])\\s*号?");
    private static final Pattern ORDER_REVERSED = Pattern.compile("第?\\s*(?<![0-9])(?<serial>[0-9]{1,4})\\s*号令");
    private static final int SCANNED = 20_000;

    /** the first number in the text */
    static Optional<WrittenNumber> find(String text) {
        String folded = FoldedText.of(text);
        Matcher full = YEAR_AND_SERIAL.matcher(folded);
        if (full.find()) {
            return Optional.of(of(full));
        }
        Matcher order = ORDER.matcher(folded);
        if (order.find()) {
            return Optional.of(new WrittenNumber(
                    order.group("code"), null, plain(order.group("serial")), order.start(), order.end()));
        }
        Matcher reversed = ORDER_REVERSED.matcher(folded);
        if (reversed.find()) {
            return Optional.of(
                    new WrittenNumber("令", null, plain(reversed.group("serial")), reversed.start(), reversed.end()));
        }
        Matcher year = YEAR_ONLY.matcher(folded);
        return year.find()
                ? Optional.of(new WrittenNumber(year.group("code"), year.group("year"), null, year.start(), year.end()))
                : Optional.empty();
    }

    /** every number with year and serial in the first part of a long text */
    static List<WrittenNumber> listIn(String foldedText) {
        Matcher matcher =
                YEAR_AND_SERIAL.matcher(foldedText.length() > SCANNED ? foldedText.substring(0, SCANNED) : foldedText);
        var found = new ArrayList<WrittenNumber>();
        while (matcher.find()) {
            found.add(of(matcher));
        }
        return found;
    }

    private static WrittenNumber of(Matcher matcher) {
        return new WrittenNumber(
                matcher.group("code"),
                matcher.group("year"),
                plain(matcher.group("serial")),
                matcher.start(),
                matcher.end());
    }

    boolean isComplete() {
        return serial != null;
    }

    /** one key for all ways of writing this number */
    String key() {
        return keyWith(code);
    }

    /** what an entry with this number is found by: the code or any ending of it, with year, with and without serial */
    Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        for (int from = 0; from <= code.length(); from++) {
            String ending = code.substring(from);
            keys.add(keyWith(ending));
            if (serial != null && year != null && ending.length() >= 2) {
                keys.add(ending + "|" + year);
            }
        }
        return keys;
    }

    /** the number with each ending of what stood before it: {@code 关于杭关办发〔2008〕99号} is meant without 关于 */
    List<String> endings() {
        var keys = new ArrayList<String>();
        for (int from = 0; code.length() - from >= 2; from++) {
            keys.add(keyWith(code.substring(from)));
        }
        return keys;
    }

    /** the same number, whether or not one of the two is written with a shorter code */
    boolean isSameAs(WrittenNumber other) {
        return serial != null
                && serial.equals(other.serial)
                && (year == null ? other.year == null : year.equals(other.year))
                && (code.endsWith(other.code) || other.code.endsWith(code));
    }

    /** as the standard writes it */
    String written() {
        if (year == null) {
            return code + "第" + serial + "号";
        }
        return code + "〔" + year + "〕" + (serial == null ? "" : serial + "号");
    }

    private String keyWith(String ending) {
        return ending + "|" + (year == null ? "" : year) + (serial == null ? "" : "|" + serial);
    }

    private static String plain(String digits) {
        String stripped = digits.replaceFirst("^0+(?=.)", "");
        return stripped.isEmpty() ? digits : stripped;
    }
}
