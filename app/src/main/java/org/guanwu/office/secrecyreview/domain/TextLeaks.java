package org.guanwu.office.secrecyreview.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakKind;

/**
 * Looks for personal data and secrecy markings in one paragraph. Pure. An earlier kind takes its characters: an ID
 * number is not reported again as a bank account.
 */
final class TextLeaks {

    private static final int NEAR = 14;

    private static final Pattern ID_18 = Pattern.compile(
            "(?<![0-9A-Za-z])[1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[ -]?[0-9]{3}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern ID_15 = Pattern.compile(
            "(?<![0-9A-Za-z])[1-9][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9A-Za-z])");
    private static final Pattern ID_WORD = Pattern.compile("身份证|公民身份号码|证件号");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Za-z])(?:\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9A-Za-z])");
    private static final Pattern LANDLINE = Pattern.compile(
            "(?<![0-9A-Za-z])[(（]?0(?:10|2[0-9]|[3-9][0-9]{2})(?:[)）]|[-—－ ])[0-9]{7,8}(?:(?:[-—－]|转)[0-9]{1,6})?(?![0-9])");
    private static final Pattern NUMBER_AFTER_PHONE_WORD =
            Pattern.compile("(?:电话|手机|传真|联系方式|热线)(?:号码)?[：:为是 ]{0,2}((?:0[0-9]{2,3})?[0-9]{7,8})(?![0-9])");
    private static final Pattern CARD = Pattern.compile(
            "(?<![0-9A-Za-z])(?:62|60|4[0-9]|5[1-5]|35|37|95)(?:[0-9]{14,17}|[0-9]{2}(?: [0-9]{4}){3}(?: [0-9]{1,3})?)(?![0-9A-Za-z])");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?:账号|帐号|账户|卡号)[：:为是 ]{0,2}([0-9][0-9 -]{9,28}[0-9])(?![0-9])");
    private static final Pattern PASSPORT =
            Pattern.compile("护照(?:号码?)?[：:为是 （(]{0,2}([A-Z][A-Z]?[0-9]{7,8})(?![0-9A-Za-z])");
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]{1,64}@(?:[0-9A-Za-z-]{1,63}\\.){1,5}[A-Za-z]{2,10}(?![0-9A-Za-z])");
    private static final String SURNAME =
            "(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|端木|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文])";
    private static final Pattern NAME_BEFORE_ID = Pattern.compile("(?<![\\u4e00-\\u9fa5])(" + SURNAME
            + "[\\u4e00-\\u9fa5]{1,2})(?:[，,、（(：: ]{1,2}(?:[男女][，,、]?)?)(?:居民)?(?:身份证|公民身份)号");
    private static final Pattern NAME_AFTER_WORD = Pattern.compile("姓\\s{0,2}名[：:]\\s{0,2}([\\u4e00-\\u9fa5·]{2,8})");
    private static final Pattern MARKING = Pattern.compile(
            "(?:绝密|机密|秘密)\\s?[★☆＊*]|密\\s?级[：:]\\s?(?:绝密|机密|秘密)|^\\s*(?:绝密|机密|秘密)\\s*$|内部(?:资料|文件|材料|刊物)[，,（(：: ]{0,2}(?:注意保[存管密]|严禁外传|不得外传|请勿外传|严禁传播)|【内部】|^\\s*内部(?:资料|文件|材料)\\s*$");

    private final String text;
    private final int block;
    private final BitSet taken = new BitSet();
    private final List<Leak> leaks = new ArrayList<>();

    private TextLeaks(String text, int block) {
        this.text = text;
        this.block = block;
    }

    static List<Leak> in(String paragraph, int block) {
        return new TextLeaks(halfWidth(paragraph), block).find(paragraph);
    }

    private List<Leak> find(String original) {
        each(MARKING, 0, LeakKind.SECRECY_MARKING, this::always);
        each(ID_18, 0, LeakKind.ID_NUMBER, m -> hasIdChecksum(m.group()) || isNear(ID_WORD, m.start()));
        each(ID_15, 0, LeakKind.ID_NUMBER, m -> isNear(ID_WORD, m.start()));
        each(PASSPORT, 1, LeakKind.PASSPORT_NUMBER, this::always);
        each(CARD, 0, LeakKind.BANK_ACCOUNT, m -> hasLuhn(m.group()));
        each(ACCOUNT, 1, LeakKind.BANK_ACCOUNT, this::always);
        each(MOBILE, 0, LeakKind.MOBILE_NUMBER, this::always);
        each(LANDLINE, 0, LeakKind.LANDLINE_NUMBER, this::always);
        each(NUMBER_AFTER_PHONE_WORD, 1, LeakKind.LANDLINE_NUMBER, this::always);
        each(EMAIL, 0, LeakKind.EMAIL_ADDRESS, this::always);
        each(NAME_BEFORE_ID, 1, LeakKind.PERSON_NAME, this::always);
        each(NAME_AFTER_WORD, 1, LeakKind.PERSON_NAME, this::always);
        return leaks.stream()
                .sorted(Comparator.comparingInt(Leak::start))
                .map(l -> new Leak(
                        l.kind(),
                        l.block(),
                        l.start(),
                        original.substring(l.start(), l.start() + l.found().length())))
                .toList();
    }

    private void each(Pattern pattern, int group, LeakKind kind, java.util.function.Predicate<Matcher> isLeak) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = matcher.start(group);
            int end = matcher.end(group);
            int used = taken.nextSetBit(start);
            if ((used < 0 || used >= end) && isLeak.test(matcher)) {
                taken.set(start, end);
                leaks.add(new Leak(kind, block, start, text.substring(start, end)));
            }
        }
    }

    private boolean always(Matcher matcher) {
        return true;
    }

    private boolean isNear(Pattern word, int position) {
        return word.matcher(text.substring(Math.max(0, position - NEAR), position))
                .find();
    }

    /** GB 11643-1999: the last character is a check digit modulo 11 */
    static boolean hasIdChecksum(String number) {
        String digits = number.replace(" ", "").replace("-", "");
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(digits.charAt(17));
    }

    static boolean hasLuhn(String number) {
        String digits = number.replace(" ", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    /** same length, so that offsets stay true */
    private static String halfWidth(String paragraph) {
        var half = new StringBuilder(paragraph.length());
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            boolean isFullWidth = c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ' || c == '＠';
            half.append(isFullWidth ? (char) (c - 0xFEE0) : c);
        }
        return half.toString();
    }
}
