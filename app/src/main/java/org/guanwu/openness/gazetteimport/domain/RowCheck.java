package org.guanwu.openness.gazetteimport.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakChecks;
import org.guanwu.office.secrecyreview.LeakKind;
import org.springframework.stereotype.Component;

/** What the gate's checks say about a row. A secrecy marking anywhere in it refuses it, whatever column it stands in. */
@Component
class RowCheck {

    static final String MARKED = "带密级或内部标志，本系统不存国家秘密（保守国家秘密法第三十一条）。内容没有保存，请在涉密载体台账登记号码";
    private static final Pattern LEVEL = Pattern.compile("^(?:绝密|机密|秘密)(?:[★☆*].*)?$");

    private final LeakChecks checks;

    RowCheck(LeakChecks checks) {
        this.checks = checks;
    }

    boolean isMarked(Map<String, String> values) {
        return values.values().stream().anyMatch(this::isMarked);
    }

    boolean isMarked(String value) {
        return LEVEL.matcher(value.strip()).matches()
                || value.lines().filter(RowCheck::mayBeMarked).anyMatch(line -> checks.inLine(line).stream()
                        .anyMatch(leak -> leak.kind() == LeakKind.SECRECY_MARKING));
    }

    /** cheap, since every line of every row is asked */
    private static boolean mayBeMarked(String line) {
        return line.contains("密") || line.contains("内部");
    }

    List<Problem> leaks(ColumnMapping mapping, StructuredText text, String title) {
        List<Problem> problems = new ArrayList<>();
        for (Leak leak : checks.inText(text)) {
            problems.add(Problem.toSee(
                    mapping.columnOf(Field.TEXT),
                    leak.found(),
                    leak.kind().label() + "，由审查人定：" + leak.kind().advice()));
        }
        for (Leak leak : checks.inLine(title)) {
            problems.add(Problem.blocking(
                    mapping.columnOf(Field.TITLE),
                    leak.found(),
                    "标题里有" + leak.kind().label() + "，请先改掉"));
        }
        return problems;
    }
}
