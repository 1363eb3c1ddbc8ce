package org.guanwu.office.officialdocument.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 密级标志 as it stands on a classified document, not the word in a sentence: 国家秘密、商业秘密 and 机密级事项 are ordinary prose.
 *
 * <p>保守国家秘密法第三十一条第三项: 不得使用非涉密信息系统、非涉密信息设备存储或者处理国家秘密. The form of the marking is that of GB/T 9704-2012
 * 7.2.2: 密级、★、保密期限.
 */
public final class SecrecyMarking {

    private static final String LEVEL = "(绝[\\s　]*密|机[\\s　]*密|秘[\\s　]*密)";
    private static final String PERIOD = "(?:[0-9０-９一二三四五六七八九十]{1,3}[\\s　]*(?:年|个月|月|日|天)|长期)";
    private static final List<Pattern> MARKINGS = List.of(
            // 机密★10年, 绝密★, also with the stars that keyboards offer
            Pattern.compile(LEVEL + "[\\s　]*[★☆✩✭⭐*＊]"),
            // a line that is nothing but the level, with or without a period or brackets
            Pattern.compile(
                    "^[\\s　|｜]*[【\\[（(〔]?[\\s　]*" + LEVEL + "[\\s　]*级?[\\s　]*[（(]?[\\s　]*" + PERIOD
                            + "?[\\s　]*[)）]?[\\s　]*[】\\]）)〕]?[\\s　|｜]*$",
                    Pattern.MULTILINE),
            // 密级：秘密, 密级和保密期限：机密10年, also as two cells of a table
            Pattern.compile("密级(?:和保密期限|及保密期限)?[\\s　]*[：:|｜\\t][\\s　]*" + LEVEL),
            // 【机密】 in front of a title
            Pattern.compile("^[\\s　]*[【\\[〔]" + LEVEL + "[】\\]〕]", Pattern.MULTILINE));

    private SecrecyMarking() {}

    /** the level of the first marking in the text: 绝密, 机密 or 秘密 */
    public static Optional<String> findLevel(String text) {
        for (Pattern marking : MARKINGS) {
            Matcher found = marking.matcher(text);
            if (found.find()) {
                return Optional.of(found.group(1).replaceAll("[\\s　]", ""));
            }
        }
        return Optional.empty();
    }
}
