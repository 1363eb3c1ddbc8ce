package org.guanwu.foundation.search.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.domain.TypedQuery.Term;

/** Why this was found and stands where it stands, in words, found out on the row itself. */
final class HitReason {

    private static final int SCANNED = 60_000;

    private HitReason() {}

    static String of(TypedQuery typed, SearchEntry entry) {
        if (typed.isEmpty()) {
            return "符合所选条件";
        }
        var reasons = new ArrayList<String>();
        String title = FoldedText.of(entry.title());
        String body =
                FoldedText.of(entry.body().length() > SCANNED ? entry.body().substring(0, SCANNED) : entry.body());
        typed.findCatalogueNumber()
                .filter(number -> number.equals(entry.catalogueNumber()))
                .ifPresent(number -> reasons.add("索引号一致"));
        boolean isNumber = addNumber(typed, entry, title, body, reasons);
        if (!isNumber || typed.terms().size() > 1) {
            addTitle(typed, title, reasons);
            addBody(typed, title, body, reasons);
        }
        if (reasons.isEmpty()) {
            reasons.add("含有相近的字词");
        }
        if ("REPEALED".equals(entry.validity())) {
            reasons.add("已废止或失效，排在同类现行文件之后");
        }
        return String.join("；", reasons);
    }

    private static boolean addNumber(
            TypedQuery typed, SearchEntry entry, String title, String body, List<String> reasons) {
        if (typed.number() == null) {
            return false;
        }
        WrittenNumber asked = typed.number();
        Optional<WrittenNumber> own = Optional.ofNullable(entry.number()).flatMap(WrittenNumber::find);
        if (own.isPresent() && own.get().isSameAs(asked)) {
            reasons.add("文号一致");
            return true;
        }
        if (own.isPresent()
                && (own.get().key().startsWith(asked.key()) || own.get().keys().contains(asked.key()))) {
            reasons.add("文号开头一致");
            return true;
        }
        if (asked.isComplete() && (cites(title, asked) || cites(body, asked))) {
            reasons.add("正文引用“" + asked.written() + "”");
            return true;
        }
        return false;
    }

    private static boolean cites(String folded, WrittenNumber number) {
        return WrittenNumber.listIn(folded).stream().anyMatch(number::isSameAs);
    }

    private static void addTitle(TypedQuery typed, String title, List<String> reasons) {
        List<Term> whole =
                typed.terms().stream().filter(t -> title.contains(t.text())).toList();
        if (whole.size() == typed.terms().size() && whole.size() > 1) {
            reasons.add("标题含全部词");
        } else if (!whole.isEmpty()) {
            reasons.add((whole.stream().anyMatch(Term::isPhrase) ? "标题含短语" : "标题含") + quoted(whole));
        } else {
            typed.terms().stream()
                    .filter(t -> !t.isTogether() && share(title, t.text()) >= 0.5)
                    .findFirst()
                    .ifPresent(t -> reasons.add("标题含“" + t.text() + "”的大部分字词"));
        }
    }

    private static void addBody(TypedQuery typed, String title, String body, List<String> reasons) {
        List<Term> whole =
                typed.terms().stream().filter(t -> body.contains(t.text())).toList();
        if (whole.isEmpty()) {
            typed.terms().stream()
                    .filter(t -> !t.isTogether() && share(body, t.text()) >= 0.5 && share(title, t.text()) < 0.5)
                    .findFirst()
                    .ifPresent(t -> reasons.add("正文含“" + t.text() + "”的大部分字词"));
            return;
        }
        int places = whole.stream()
                .mapToInt(t -> Marking.occurrences(body, t.text()).size())
                .sum();
        if (whole.size() == typed.terms().size() && whole.size() > 1) {
            reasons.add("正文含全部词，" + places + " 处");
        } else if (whole.stream().anyMatch(Term::isPhrase)) {
            reasons.add("正文含短语" + quoted(whole) + "，" + places + " 处");
        } else {
            reasons.add("正文含" + quoted(whole) + "，" + places + " 处");
        }
    }

    private static double share(String folded, String term) {
        Set<String> pairs = Marking.pairs(term);
        return pairs.isEmpty()
                ? 0
                : (double) pairs.stream().filter(folded::contains).count() / pairs.size();
    }

    private static String quoted(List<Term> terms) {
        return terms.stream().map(t -> "“" + t.text() + "”").collect(Collectors.joining("、"));
    }
}
