package org.guanwu.foundation.worklist.domain;

import java.util.Arrays;
import org.guanwu.foundation.shared.NotFound;

/** 待办、待阅、已办、关注 */
public enum InboxTab {
    PENDING("to-do", "待办"),
    READING("to-read", "待阅"),
    COMPLETED("done", "已办"),
    FOLLOWED("followed", "关注");

    private final String code;
    private final String label;

    InboxTab(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public static InboxTab of(String code) {
        return Arrays.stream(values())
                .filter(tab -> tab.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("inbox tab " + code));
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    String box() {
        return name();
    }
}
