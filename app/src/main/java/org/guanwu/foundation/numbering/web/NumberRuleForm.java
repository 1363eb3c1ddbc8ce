package org.guanwu.foundation.numbering.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guanwu.foundation.numbering.NumberLayout;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.jspecify.annotations.Nullable;

/** What was typed, as it was typed, so that nothing is lost when a field is wrong. */
record NumberRuleForm(
        @Nullable String id,
        @Nullable String authorityCode,
        @Nullable String unitId,
        @Nullable List<String> documentTypes,
        @Nullable String layout,
        @Nullable String yearly,
        @Nullable String firstSerial,
        @Nullable String startNote,
        @Nullable String state,
        @Nullable String effectiveFrom,
        @Nullable String effectiveTo,
        @Nullable String version) {

    static NumberRuleForm blank(int year) {
        return new NumberRuleForm(
                "0", "", "", List.of(), "DOCUMENT", "yes", "1", "", "open", String.valueOf(year), "", "0");
    }

    static NumberRuleForm of(NumberRule rule) {
        Integer to = rule.effectiveTo();
        return new NumberRuleForm(
                String.valueOf(rule.id()),
                rule.authorityCode(),
                String.valueOf(rule.unitId()),
                rule.documentTypes().stream().sorted().toList(),
                rule.layout().name(),
                rule.isYearly() ? "yes" : "no",
                String.valueOf(rule.firstSerial()),
                rule.startNote(),
                rule.isOpen() ? "open" : "closed",
                String.valueOf(rule.effectiveFrom()),
                to == null ? "" : String.valueOf(to),
                String.valueOf(rule.version()));
    }

    String value(String field) {
        return text(
                switch (field) {
                    case "id" -> id;
                    case "authorityCode" -> authorityCode;
                    case "unitId" -> unitId;
                    case "layout" -> layout;
                    case "yearly" -> yearly;
                    case "firstSerial" -> firstSerial;
                    case "startNote" -> startNote;
                    case "state" -> state;
                    case "effectiveFrom" -> effectiveFrom;
                    case "effectiveTo" -> effectiveTo;
                    case "version" -> version;
                    default -> throw new IllegalArgumentException(field);
                });
    }

    boolean hasType(String code) {
        return documentTypes != null && documentTypes.contains(code);
    }

    /** @throws InvalidInput with every field that is not of its kind */
    NumberRule rule() {
        var problems = new ArrayList<FieldProblem>();
        int first = number("firstSerial", "首号应为数字。", problems);
        int from = number("effectiveFrom", "启用年份应为四位年份。", problems);
        Integer to = text(effectiveTo).isBlank() ? null : number("effectiveTo", "停用年份应为四位年份，长期有效可不填。", problems);
        long unit = number("unitId", "请选择使用本代字的单位。", problems);
        NumberLayout kind = Arrays.stream(NumberLayout.values())
                .filter(l -> l.name().equals(layout))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            problems.add(new FieldProblem("layout", "请选择版式。"));
        }
        Set<String> types = documentTypes == null
                ? Set.of()
                : documentTypes.stream()
                        .filter(StatutoryTypes.labels()::containsKey)
                        .collect(Collectors.toSet());
        if (kind == null || !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new NumberRule(
                number("id", "", problems),
                text(authorityCode).strip(),
                unit,
                types,
                kind,
                !"no".equals(yearly),
                first,
                text(startNote).strip(),
                !"closed".equals(state),
                from,
                to,
                number("version", "", problems));
    }

    private int number(String field, String message, List<FieldProblem> problems) {
        try {
            return Integer.parseInt(value(field).strip());
        } catch (NumberFormatException notANumber) {
            problems.add(new FieldProblem(field, message));
            return 0;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "");
    }
}
