package org.guanwu.foundation.structuredtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the paragraphs of a text whose line breaks were lost. Only ever inserts breaks: no character is changed, moved or
 * dropped. A label counts where a sentence has just ended and its number is the next one of its level, or where it opens
 * a deeper level right behind a short heading; everything else stays inside its paragraph.
 */
final class RunOnText {

    private static final int LONGEST_HEADING = 36;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern LABEL = Pattern.compile("第([一二三四五六七八九十百千零〇]{1,7})(章|节|条)"
            + "|([一二三四五六七八九十]{1,3})、"
            + "|[（(]([一二三四五六七八九十]{1,3})[）)](?!项|款|目|条)"
            + "|(?<![0-9.．])([0-9０-９]{1,2})[.．、](?![0-9])"
            + "|[（(]([0-9０-９]{1,2})[）)](?!项|款|目)");
    private static final Pattern ARTICLE_REFERENCE = Pattern.compile("^(?:第[一二三四五六七八九十]{1,3}[款项]|款|项|规定|、|，|和|的|至|所)");
    private static final String YEAR = "(?:[0-9]{4}|[〇○ＯO零一二三四五六七八九]{4})年";
    private static final String DATE = YEAR + "[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日";
    private static final Pattern SIGNED = Pattern.compile("(?<=[。；！？）)”]|docx?|xlsx?|pdf|wps|rar|zip)\\s*"
            + "((?:[\\u4e00-\\u9fa5（）]{2,20}(?:海关|总署|总局|委员会|委|部|署|局|办公室|厅|院|关)[ 　]*){1,8})(" + DATE
            + ")(?=$|\\s|（|公告|正文|附件|下载|浏览|打印|相关)");
    private static final Pattern STANDING =
            Pattern.compile("特此(?:公告|通知|通告|函复|函告|批复|报告|说明)。?" + "|附件[：:]" + "|(?:公告)?(?:正文)?下载链接[：:]" + "|浏览次数[：:]");
    private static final Pattern FILE_NAME_END =
            Pattern.compile("\\.(?:docx?|xlsx?|pdf|wps|ofd|rar|zip)(?=[^A-Za-z0-9.]|[0-9]{1,2}[.．、])");
    private static final String STOPS = "。；！？：:;”》）)";

    private final String text;
    private final Set<Integer> breaks = new TreeSet<>();

    private RunOnText(String text) {
        this.text = text;
    }

    /** the paragraphs; joined without anything between they are the text again */
    static List<String> paragraphs(String text) {
        return new RunOnText(text).split();
    }

    private List<String> split() {
        standing();
        signature();
        labels();
        List<String> paragraphs = new ArrayList<>();
        int from = 0;
        for (int at : breaks) {
            if (at > from && at < text.length()) {
                paragraphs.add(text.substring(from, at));
                from = at;
            }
        }
        paragraphs.add(text.substring(from));
        return paragraphs;
    }

    private void standing() {
        Matcher matcher = STANDING.matcher(text);
        while (matcher.find()) {
            boolean isAfterStop = matcher.start() == 0 || STOPS.indexOf(text.charAt(matcher.start() - 1)) >= 0;
            boolean isWebPage =
                    matcher.group().contains("链接") || matcher.group().startsWith("浏览");
            if (isAfterStop || isWebPage) {
                breaks.add(matcher.start());
                if (matcher.group().startsWith("特此")) {
                    breaks.add(matcher.end());
                }
            }
        }
        Matcher name = FILE_NAME_END.matcher(text);
        while (name.find()) {
            breaks.add(name.end());
        }
    }

    /** 署名 and 成文日期, each a line of its own; the last such place is the signature, earlier ones are citations */
    private void signature() {
        Matcher matcher = SIGNED.matcher(text);
        int signer = -1;
        int date = -1;
        int end = -1;
        while (matcher.find()) {
            signer = matcher.start(1);
            date = matcher.start(2);
            end = matcher.end(2);
        }
        if (signer >= 0) {
            breaks.add(signer);
            breaks.add(date);
            breaks.add(end);
        }
    }

    private void labels() {
        int[] last = new int[Level.values().length];
        int lineStart = 0;
        Level line = null;
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            int at = matcher.start();
            for (int point : breaks) {
                if (point > lineStart && point <= at) {
                    lineStart = point;
                    line = point == at ? line : null;
                }
            }
            Level level = levelOf(matcher);
            int number = numberOf(matcher);
            boolean isReference = level == Level.ARTICLE
                    && ARTICLE_REFERENCE.matcher(text.substring(matcher.end())).find();
            if (isReference || !isNext(level, number, last)) {
                continue;
            }
            boolean isBehindHeading = line != null
                    && line.ordinal() < level.ordinal()
                    && at - lineStart <= LONGEST_HEADING
                    && (number == 1 || level == Level.ARTICLE)
                    && text.substring(lineStart, at).chars().noneMatch(c -> "。；！？，".indexOf(c) >= 0);
            if (isAfterStop(at) || isBehindHeading) {
                if (!text.startsWith("附件", Math.max(0, at - 3))) {
                    breaks.add(at);
                }
                last[level.ordinal()] = number;
                for (int deeper = level.ordinal() + 1; deeper < last.length; deeper++) {
                    // articles run through the chapters of a rule; everything else begins anew
                    last[deeper] = deeper == Level.ARTICLE.ordinal() ? last[deeper] : 0;
                }
                lineStart = at;
                line = level;
            }
        }
    }

    private boolean isAfterStop(int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 || STOPS.indexOf(text.charAt(before)) >= 0 || breaks.contains(at);
    }

    private static boolean isNext(Level level, int number, int[] last) {
        int before = last[level.ordinal()];
        return number == before + 1 || number == 1 || before == 0 && level == Level.ARTICLE;
    }

    private static Level levelOf(Matcher label) {
        if (label.group(1) != null) {
            return switch (label.group(2)) {
                case "章" -> Level.CHAPTER;
                case "节" -> Level.SECTION;
                default -> Level.ARTICLE;
            };
        }
        if (label.group(3) != null) {
            return Level.FIRST;
        }
        if (label.group(4) != null) {
            return Level.SECOND;
        }
        return label.group(5) != null ? Level.THIRD : Level.FOURTH;
    }

    private static int numberOf(Matcher label) {
        for (int group : new int[] {1, 3, 4}) {
            if (label.group(group) != null) {
                return chinese(label.group(group));
            }
        }
        String digits = label.group(5) != null ? label.group(5) : label.group(6);
        int value = 0;
        for (char c : digits.toCharArray()) {
            value = value * 10 + Character.digit(c, 10);
        }
        return value;
    }

    private static int chinese(String numeral) {
        int total = 0;
        int digit = 0;
        for (char c : numeral.replace('〇', '零').toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit > 0) {
                total += Math.max(digit, 1) * unit;
                digit = 0;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return total + digit;
    }
}
