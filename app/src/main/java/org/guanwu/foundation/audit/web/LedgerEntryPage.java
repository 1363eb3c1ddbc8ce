package org.guanwu.foundation.audit.web;

import java.util.List;

public record LedgerEntryPage(long seq, List<Fact> facts, boolean isConsistent, boolean hasPrevious, boolean hasNext) {

    /** @param isDigest shown in fixed width */
    public record Fact(String name, String value, boolean isDigest) {}
}
