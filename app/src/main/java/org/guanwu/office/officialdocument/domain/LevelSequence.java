package org.guanwu.office.officialdocument.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guanwu.foundation.structuredtext.Block;
import org.guanwu.foundation.structuredtext.Level;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.jspecify.annotations.Nullable;

/** 层次序号 run on without a gap; a deeper level starts again under each number of the level above it. */
final class LevelSequence {

    private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九十]{1,3}|[0-9]{1,2}");
    private static final String DIGITS = "一二三四五六七八九";

    private LevelSequence() {}

    /** the first break in words; empty when there is none */
    static String findGap(StructuredText text) {
        Map<Level, Integer> last = new EnumMap<>(Level.class);
        for (Block block : text.blocks()) {
            Level level = levelOf(block);
            if (level == null || level.compareTo(Level.FIRST) < 0) {
                if (level == Level.ATTACHMENT || level == Level.ARTICLE || level == Level.CHAPTER) {
                    last.clear();
                }
                continue;
            }
            String label =
                    block.plainText().substring(0, Math.min(5, block.plainText().length()));
            Matcher numeral = NUMERAL.matcher(label);
            if (!numeral.find()) {
                continue;
            }
            int value = value(numeral.group());
            Integer before = last.get(level);
            if (value != 1 && (before == null ? 0 : before) + 1 != value) {
                return "层次序号不连续：“"
                        + block.plainText()
                                .substring(0, Math.min(12, block.plainText().length())) + "”之前缺少上一个序号";
            }
            last.put(level, value);
            last.keySet().removeIf(l -> l.compareTo(level) > 0);
        }
        return "";
    }

    private static @Nullable Level levelOf(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.level();
            case Block.Paragraph paragraph -> paragraph.level();
            case Block.Title _, Block.Recipients _, Block.Table _, Block.AttachmentNote _ -> null;
            case Block.Signature _, Block.DateLine _, Block.Annotation _ -> null;
        };
    }

    private static int value(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) {
            return Integer.parseInt(numeral);
        }
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(numeral.charAt(0)) + 1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(numeral.charAt(0)) + 1;
        int ones = ten == numeral.length() - 1 ? 0 : DIGITS.indexOf(numeral.charAt(ten + 1)) + 1;
        return tens * 10 + ones;
    }
}
