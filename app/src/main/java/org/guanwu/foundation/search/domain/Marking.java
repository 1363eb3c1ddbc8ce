package org.guanwu.foundation.search.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.search.domain.TypedQuery.Term;

/**
 * Marks in a text what a query asked for. Done on the text itself and not by the index: a single character, a phrase and
 * a number in other brackets are marked alike, with either backend, and the index need not store the text again.
 */
final class Marking {

    private static final int SNIPPET = 110;
    private static final int LEAD = 24;
    private static final int SCANNED = 60_000;

    private final TypedQuery typed;

    Marking(TypedQuery typed) {
        this.typed = typed;
    }

    String title(String title) {
        return html(title, 0, title.length(), marks(title));
    }

    /** the passage with the most of what was asked for; the beginning when there is none */
    String snippet(String body) {
        String text = body.length() > SCANNED ? body.substring(0, SCANNED) : body;
        BitSet marks = marks(text);
        int start = best(marks, text.length());
        int end = Math.min(text.length(), start + SNIPPET);
        return (start > 0 ? "……" : "") + html(text, start, end, marks) + (end < body.length() ? "……" : "");
    }

    private static int best(BitSet marks, int length) {
        int first = marks.nextSetBit(0);
        if (first < 0 || length <= SNIPPET) {
            return 0;
        }
        int best = first;
        int most = 0;
        for (int at = first; at >= 0; at = marks.nextSetBit(marks.nextClearBit(at))) {
            int marked = marks.get(at, Math.min(length, at + SNIPPET - LEAD)).cardinality();
            if (marked > most) {
                most = marked;
                best = at;
            }
        }
        return best <= LEAD ? 0 : best - LEAD;
    }

    private BitSet marks(String text) {
        String folded = FoldedText.of(text);
        var marks = new BitSet(text.length());
        for (Term term : typed.terms()) {
            if (!markWhole(folded, term.text(), marks) && !term.isTogether()) {
                markParts(folded, term.text(), marks);
            }
        }
        typed.findNumber().filter(WrittenNumber::isComplete).ifPresent(number -> {
            for (WrittenNumber found : WrittenNumber.listIn(folded)) {
                if (found.isSameAs(number)) {
                    int skipped =
                            Math.max(0, found.code().length() - number.code().length());
                    marks.set(found.start() + (number.code().isEmpty() ? 0 : skipped), found.end());
                }
            }
        });
        return marks;
    }

    private static boolean markWhole(String folded, String term, BitSet marks) {
        int at = folded.indexOf(term);
        boolean isFound = at >= 0;
        while (at >= 0) {
            marks.set(at, at + term.length());
            at = folded.indexOf(term, at + term.length());
        }
        return isFound;
    }

    private static void markParts(String folded, String term, BitSet marks) {
        Set<String> pairs = pairs(term);
        for (int i = 0; i + 1 < folded.length(); i++) {
            if (pairs.contains(folded.substring(i, i + 2))) {
                marks.set(i, i + 2);
            }
        }
    }

    static Set<String> pairs(String term) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < term.length(); i++) {
            if (Character.isLetterOrDigit(term.charAt(i)) && Character.isLetterOrDigit(term.charAt(i + 1))) {
                pairs.add(term.substring(i, i + 2));
            }
        }
        return pairs;
    }

    private static String html(String text, int start, int end, BitSet marks) {
        var html = new StringBuilder(end - start + 64);
        boolean isMarked = false;
        for (int i = start; i < end; i++) {
            if (marks.get(i) != isMarked) {
                isMarked = !isMarked;
                html.append(isMarked ? "<mark>" : "</mark>");
            }
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\n', '\r', '\t' -> html.append(' ');
                default -> html.append(c);
            }
        }
        return html.append(isMarked ? "</mark>" : "").toString();
    }

    static List<Integer> occurrences(String folded, String term) {
        var found = new ArrayList<Integer>();
        for (int at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length())) {
            found.add(at);
        }
        return found;
    }
}
