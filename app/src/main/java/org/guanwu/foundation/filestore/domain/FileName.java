package org.guanwu.foundation.filestore.domain;

import java.util.Locale;

/** A name as it came from a browser: possibly a whole path, possibly with characters that reorder or hide text. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    static String clean(String raw) {
        String name = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        name.codePoints().filter(FileName::isPrintable).forEach(kept::appendCodePoint);
        String clean = kept.toString().strip();
        if (clean.isEmpty() || clean.chars().allMatch(c -> c == '.')) {
            return "未命名";
        }
        return clean.length() <= LONGEST ? clean : shortened(clean);
    }

    /** lower case, without the dot; empty when there is none */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        String extension = extension(name);
        String end = extension.isEmpty() || extension.length() > 10 ? "" : "." + extension;
        int keep = LONGEST - end.length();
        if (Character.isHighSurrogate(name.charAt(keep - 1))) {
            keep--;
        }
        return name.substring(0, keep) + end;
    }

    /** no control characters, and no invisible ones: a right-to-left override makes "exe.fdp" look like "pdf.exe" */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> "<>:\"|?*".indexOf(c) < 0;
        };
    }
}
