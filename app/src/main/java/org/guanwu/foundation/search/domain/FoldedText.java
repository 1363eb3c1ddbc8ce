package org.guanwu.foundation.search.domain;

/**
 * Text with width and case taken away, character by character, so that every position in the folded text is the same
 * position in the original: what is found in the one can be marked in the other.
 */
final class FoldedText {

    private FoldedText() {}

    static String of(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    static char fold(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + 32);
        }
        if (c < 0x80) {
            return c;
        }
        if (c == '\u3000' || c == '\u00a0') {
            return ' ';
        }
        if (c >= '\uff01' && c <= '\uff5e') {
            return fold((char) (c - 0xfee0));
        }
        return switch (c) {
            case '〔', '［', '【', '〖', '﹝', '〘', '〚' -> '[';
            case '〕', '］', '】', '〗', '﹞', '〙', '〛' -> ']';
            default -> Character.isUpperCase(c) ? Character.toLowerCase(c) : c;
        };
    }

    static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
