package org.guanwu.office.officialdocument;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 海关常用形式: what an official document carries under its type, as customs rules and catalogues call it. */
public enum DocumentForm {
    PLAIN("一般公文", null),
    CUSTOMS_RULE("海关规章", DocumentType.ORDER),
    NORMATIVE_ANNOUNCEMENT("规范性文件公告", DocumentType.ANNOUNCEMENT),
    ADMINISTRATIVE_ANNOUNCEMENT("行政公告", DocumentType.ANNOUNCEMENT),
    MEASURES_NOTICE("印发办法、规定、细则的通知", DocumentType.NOTICE),
    PLAN_NOTICE("印发方案的通知", DocumentType.NOTICE),
    FORWARDING_NOTICE("批转、转发通知", DocumentType.NOTICE),
    MEETING_MINUTES("关务会纪要", DocumentType.MINUTES);

    private final String label;
    private final DocumentType type;

    DocumentForm(String label, @Nullable DocumentType type) {
        this.label = label;
        this.type = type == null ? DocumentType.NOTICE : type;
    }

    public String label() {
        return label;
    }

    public boolean fits(DocumentType documentType) {
        return this == PLAIN || type == documentType;
    }

    public static List<DocumentForm> listFor(DocumentType documentType) {
        return Arrays.stream(values()).filter(form -> form.fits(documentType)).toList();
    }
}
