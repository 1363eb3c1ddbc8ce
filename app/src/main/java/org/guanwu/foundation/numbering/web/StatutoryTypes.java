package org.guanwu.foundation.numbering.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 公文条例第八条的十五种文种 with the codes by which rules name them. Documents stand above this module, so it has only their
 * words, for the form.
 */
final class StatutoryTypes {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("RESOLUTION", "决议");
        LABELS.put("DECISION", "决定");
        LABELS.put("ORDER", "命令（令）");
        LABELS.put("COMMUNIQUE", "公报");
        LABELS.put("ANNOUNCEMENT", "公告");
        LABELS.put("PUBLIC_NOTICE", "通告");
        LABELS.put("OPINION", "意见");
        LABELS.put("NOTICE", "通知");
        LABELS.put("CIRCULAR", "通报");
        LABELS.put("REPORT", "报告");
        LABELS.put("REQUEST_FOR_INSTRUCTIONS", "请示");
        LABELS.put("OFFICIAL_REPLY", "批复");
        LABELS.put("BILL", "议案");
        LABELS.put("LETTER", "函");
        LABELS.put("MINUTES", "纪要");
    }

    private StatutoryTypes() {}

    static Map<String, String> labels() {
        return LABELS;
    }

    /** in the order of the article; 全部文种 when none is named */
    static String words(Collection<String> codes) {
        if (codes.isEmpty()) {
            return "全部文种";
        }
        String known = LABELS.entrySet().stream()
                .filter(type -> codes.contains(type.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("、"));
        String own = codes.stream()
                .filter(code -> !LABELS.containsKey(code))
                .sorted()
                .collect(Collectors.joining("、"));
        return known.isEmpty() || own.isEmpty() ? known + own : known + "、" + own;
    }
}
