package org.guanwu.foundation.numbering.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;

/** What a number rule must fulfil before it may be used. */
final class NumberRuleCheck {

    /** A digit or a bracket inside a code would make two numbers that cannot be told apart when they are read. */
    private static final Pattern CODE = Pattern.compile("[^\\d\\s\\p{Punct}〔〕［］（）【】]{2,20}");

    private NumberRuleCheck() {}

    static List<FieldProblem> problemsOf(NumberRule rule) {
        var problems = new ArrayList<FieldProblem>();
        if (!CODE.matcher(rule.authorityCode()).matches()) {
            problems.add(new FieldProblem("authorityCode", "机关代字为 2 至 20 个字，不含数字、空格和括号，例如云关办发。"));
        }
        if (rule.firstSerial() < 1 || rule.firstSerial() > 99_999) {
            problems.add(new FieldProblem("firstSerial", "首号在 1 至 99999 之间。"));
        } else if (rule.firstSerial() > 1 && rule.startNote().isBlank()) {
            problems.add(new FieldProblem("startNote", "首号不从 1 开始，请写明此前各号的去向，例如“第1至57号由原系统编发”。"));
        }
        if (rule.effectiveFrom() < 1949 || rule.effectiveFrom() > 9999) {
            problems.add(new FieldProblem("effectiveFrom", "启用年份应为四位年份。"));
        }
        Integer to = rule.effectiveTo();
        if (to != null && (to < rule.effectiveFrom() || to > 9999)) {
            problems.add(new FieldProblem("effectiveTo", "停用年份不得早于启用年份。"));
        }
        return problems;
    }

    static List<FieldProblem> problemsOfChange(NumberRule before, NumberRule after, boolean isUsed) {
        var problems = new ArrayList<FieldProblem>();
        if (!before.authorityCode().equals(after.authorityCode())) {
            problems.add(new FieldProblem("authorityCode", "机关代字不能改；请停用本规则，另建一条。"));
        }
        if (isUsed && before.isYearly() != after.isYearly()) {
            problems.add(new FieldProblem("isYearly", "已编过号的代字不能改变跨年接续方式。"));
        }
        return problems;
    }
}
