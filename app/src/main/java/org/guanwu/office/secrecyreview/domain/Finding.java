package org.guanwu.office.secrecyreview.domain;

import java.time.Instant;
import org.guanwu.office.secrecyreview.LeakKind;
import org.jspecify.annotations.Nullable;

/** 发现: what a check found, and what a reviewer decided about it. */
public record Finding(
        long id,
        long itemId,
        LeakKind kind,
        int block,
        int start,
        String found,
        @Nullable Decision decision,
        String reason,
        String decidedBy,
        @Nullable Instant decidedAt) {

    /** 处理 */
    public enum Decision {
        ACCEPTED("保留"),
        REMOVED("已清除");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isDecided() {
        return decision != null;
    }
}
