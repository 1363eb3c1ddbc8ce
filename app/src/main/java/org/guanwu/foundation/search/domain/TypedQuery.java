package org.guanwu.foundation.search.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, understood: words, phrases in quotes, a document number.
 *
 * @param terms in order, at most twelve, folded
 * @param number null when none was written
 */
record TypedQuery(List<Term> terms, @Nullable WrittenNumber number) {

    private static final int LONGEST = 200;
    private static final int MOST_TERMS = 12;
    private static final String QUOTES = "\"“”„‟「」『』《》〈〉＂";
    /** a run of Chinese up to this length is one word; a longer one is a sentence whose parts may match apart */
    private static final int LONGEST_WORD = 4;

    /** @param isPhrase was in quotes: exactly these characters in this order */
    record Term(String text, boolean isPhrase) {

        /** must stand together in the text */
        boolean isTogether() {
            return isPhrase
                    || text.length() <= LONGEST_WORD
                    || text.chars().noneMatch(c -> FoldedText.isHan((char) c))
                    || WrittenNumber.find(text)
                            .filter(WrittenNumber::isComplete)
                            .isPresent();
        }
    }

    /** 索引号, nine characters, year and five digits: MB1A2345X/2026-00112 */
    private static final Pattern CATALOGUE_NUMBER = Pattern.compile("[0-9a-z]{9}/[0-9]{4}-[0-9]{5}");

    Optional<String> findCatalogueNumber() {
        return terms.stream()
                .map(term -> CATALOGUE_NUMBER.matcher(term.text()))
                .filter(Matcher::matches)
                .map(found -> found.group().toUpperCase(Locale.ROOT))
                .findFirst();
    }

    /**
     * How far apart the parts of a phrase may stand in the index. The last character of a Chinese run is a position of
     * its own there and has no pair to stand for it in the query, so each run that something follows shifts the rest by
     * one: 〔2008〕 in 杭关办发〔2008〕99号, 集中报关 in 分批送货、集中报关.
     */
    static int slop(String phrase) {
        int shifts = 0;
        int run = 0;
        boolean isOwed = false;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            boolean isHan = FoldedText.isHan(c);
            if (isOwed && (isHan && run == 0 || !isHan && Character.isLetterOrDigit(c))) {
                shifts++;
                isOwed = false;
            }
            run = isHan ? run + 1 : 0;
            isOwed = isOwed && !isHan || run >= 2;
        }
        return shifts;
    }

    static TypedQuery parse(String typed) {
        String text = clean(typed);
        return new TypedQuery(terms(text), WrittenNumber.find(text).orElse(null));
    }

    Optional<WrittenNumber> findNumber() {
        return Optional.ofNullable(number);
    }

    boolean isEmpty() {
        return terms.isEmpty() && number == null;
    }

    private static String clean(String typed) {
        String shortened = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var cleaned = new StringBuilder(shortened.length());
        for (int i = 0; i < shortened.length(); i++) {
            char c = shortened.charAt(i);
            cleaned.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
        }
        return cleaned.toString().strip();
    }

    private static List<Term> terms(String text) {
        var terms = new ArrayList<Term>();
        var word = new StringBuilder();
        boolean isInQuotes = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isQuote = QUOTES.indexOf(c) >= 0;
            if (isQuote) {
                add(terms, word, isInQuotes);
                isInQuotes = opens(c, isInQuotes);
            } else if (!isInQuotes && separates(c)) {
                add(terms, word, false);
            } else {
                word.append(c);
            }
        }
        add(terms, word, isInQuotes);
        return List.copyOf(terms.size() > MOST_TERMS ? terms.subList(0, MOST_TERMS) : terms);
    }

    private static boolean opens(char quote, boolean isInQuotes) {
        return switch (quote) {
            case '“', '„', '「', '『', '《', '〈' -> true;
            case '”', '」', '』', '》', '〉' -> false;
            default -> !isInQuotes;
        };
    }

    private static boolean separates(char c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0' || "、，,；;。！!？?：:|+".indexOf(c) >= 0;
    }

    private static void add(List<Term> terms, StringBuilder word, boolean isPhrase) {
        String folded = FoldedText.of(word.toString()).strip();
        word.setLength(0);
        if (folded.chars().anyMatch(Character::isLetterOrDigit)) {
            terms.add(new Term(folded, isPhrase));
        }
    }
}
