package org.guanwu.office.officialdocument.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * 版本比较: paragraphs aligned by their longest common sequence, changed ones compared character by character. Written
 * out because it has to say which paragraph became which, and because pulling in a library for it would cost more than
 * these lines.
 */
public final class TextComparison {

    /** beyond this many characters on both sides a paragraph is shown as replaced as a whole */
    private static final int LONGEST = 2_000;

    private static final double ALIKE = 0.45;

    /** a paragraph that moved farther than this is shown as deleted and inserted */
    private static final int NEAR = 6;

    public enum Kind {
        SAME,
        DELETED,
        INSERTED
    }

    /** a run of characters that both have or only one has */
    public record Run(Kind kind, String text) {}

    /**
     * One line of the table.
     *
     * @param left paragraph number from 1, 0 when the paragraph is new
     * @param runs SAME and DELETED make up the left text, SAME and INSERTED the right one
     */
    public record Row(int left, int right, List<Run> runs) {
        public Row {
            runs = List.copyOf(runs);
        }

        public boolean isChanged() {
            return runs.stream().anyMatch(run -> run.kind != Kind.SAME);
        }

        public String leftText() {
            return text(Kind.INSERTED);
        }

        public String rightText() {
            return text(Kind.DELETED);
        }

        private String text(Kind without) {
            var text = new StringBuilder();
            runs.stream().filter(run -> run.kind != without).forEach(run -> text.append(run.text));
            return text.toString();
        }
    }

    private TextComparison() {}

    public static List<Row> of(List<String> left, List<String> right) {
        boolean[][] pairs = pairs(left, right);
        var rows = new ArrayList<Row>();
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            int nextL = l;
            int nextR = r;
            while (nextL < left.size() && !hasPair(pairs, nextL)) {
                nextL++;
            }
            while (nextR < right.size() && !isPaired(pairs, nextR)) {
                nextR++;
            }
            gap(left, l, nextL, right, r, nextR, rows);
            if (nextL < left.size() && nextR < right.size()) {
                rows.add(new Row(nextL + 1, nextR + 1, List.of(new Run(Kind.SAME, left.get(nextL)))));
            }
            l = nextL + 1;
            r = nextR + 1;
        }
        return rows;
    }

    /** paragraphs between two common ones: alike ones are compared, the rest is deleted or inserted */
    private static void gap(
            List<String> left, int fromL, int toL, List<String> right, int fromR, int toR, List<Row> rows) {
        int r = fromR;
        for (int l = fromL; l < toL; l++) {
            int match = -1;
            for (int candidate = r; candidate < Math.min(toR, r + NEAR) && match < 0; candidate++) {
                if (isAlike(left.get(l), right.get(candidate))) {
                    match = candidate;
                }
            }
            if (match < 0) {
                rows.add(new Row(l + 1, 0, List.of(new Run(Kind.DELETED, left.get(l)))));
                continue;
            }
            for (; r < match; r++) {
                rows.add(new Row(0, r + 1, List.of(new Run(Kind.INSERTED, right.get(r)))));
            }
            rows.add(new Row(l + 1, match + 1, characters(left.get(l), right.get(match))));
            r = match + 1;
        }
        for (; r < toR; r++) {
            rows.add(new Row(0, r + 1, List.of(new Run(Kind.INSERTED, right.get(r)))));
        }
    }

    static List<Run> characters(String left, String right) {
        if (left.equals(right)) {
            return left.isEmpty() ? List.of() : List.of(new Run(Kind.SAME, left));
        }
        if ((long) left.length() * right.length() > (long) LONGEST * LONGEST) {
            return List.of(new Run(Kind.DELETED, left), new Run(Kind.INSERTED, right));
        }
        int[][] common = lengths(left, right);
        var runs = new ArrayList<Run>();
        int l = 0;
        int r = 0;
        while (l < left.length() || r < right.length()) {
            if (l < left.length() && r < right.length() && left.charAt(l) == right.charAt(r)) {
                append(runs, Kind.SAME, left.charAt(l++));
                r++;
            } else if (r == right.length() || l < left.length() && common[l + 1][r] >= common[l][r + 1]) {
                append(runs, Kind.DELETED, left.charAt(l++));
            } else {
                append(runs, Kind.INSERTED, right.charAt(r++));
            }
        }
        return readable(runs);
    }

    /** one character that happens to be common in the middle of a change belongs to the change: 植检 became 植物检疫 */
    private static List<Run> readable(List<Run> runs) {
        var readable = new ArrayList<Run>();
        var deleted = new StringBuilder();
        var inserted = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean isInside = i > 0 && i < runs.size() - 1 && run.text.length() == 1;
            switch (run.kind) {
                case DELETED -> deleted.append(run.text);
                case INSERTED -> inserted.append(run.text);
                case SAME -> {
                    if (isInside) {
                        deleted.append(run.text);
                        inserted.append(run.text);
                    } else {
                        flush(deleted, inserted, readable);
                        readable.add(run);
                    }
                }
            }
        }
        flush(deleted, inserted, readable);
        return readable;
    }

    private static void flush(StringBuilder deleted, StringBuilder inserted, List<Run> runs) {
        if (!deleted.isEmpty()) {
            runs.add(new Run(Kind.DELETED, deleted.toString()));
            deleted.setLength(0);
        }
        if (!inserted.isEmpty()) {
            runs.add(new Run(Kind.INSERTED, inserted.toString()));
            inserted.setLength(0);
        }
    }

    private static boolean isAlike(String left, String right) {
        int longer = Math.max(left.length(), right.length());
        int shorter = Math.min(left.length(), right.length());
        if (longer > LONGEST || shorter < ALIKE * longer) {
            return false;
        }
        return lengths(left, right)[0][0] >= ALIKE * longer;
    }

    /** common[l][r]: length of the longest common sequence of what follows l and r */
    private static int[][] lengths(String left, String right) {
        int[][] common = new int[left.length() + 1][right.length() + 1];
        for (int l = left.length() - 1; l >= 0; l--) {
            for (int r = right.length() - 1; r >= 0; r--) {
                common[l][r] = left.charAt(l) == right.charAt(r)
                        ? common[l + 1][r + 1] + 1
                        : Math.max(common[l + 1][r], common[l][r + 1]);
            }
        }
        return common;
    }

    private static boolean[][] pairs(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int l = left.size() - 1; l >= 0; l--) {
            for (int r = right.size() - 1; r >= 0; r--) {
                common[l][r] = left.get(l).equals(right.get(r))
                        ? common[l + 1][r + 1] + 1
                        : Math.max(common[l + 1][r], common[l][r + 1]);
            }
        }
        boolean[][] pairs = new boolean[left.size()][right.size()];
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            if (left.get(l).equals(right.get(r))) {
                pairs[l++][r++] = true;
            } else if (common[l + 1][r] >= common[l][r + 1]) {
                l++;
            } else {
                r++;
            }
        }
        return pairs;
    }

    private static boolean hasPair(boolean[][] pairs, int l) {
        for (boolean pair : pairs[l]) {
            if (pair) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPaired(boolean[][] pairs, int r) {
        for (boolean[] row : pairs) {
            if (row[r]) {
                return true;
            }
        }
        return false;
    }

    private static void append(List<Run> runs, Kind kind, char c) {
        if (!runs.isEmpty() && runs.getLast().kind == kind) {
            Run last = runs.removeLast();
            runs.add(new Run(kind, last.text + c));
        } else {
            runs.add(new Run(kind, String.valueOf(c)));
        }
    }
}
