package org.guanwu.foundation.audit.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param next address of the older page; null on the last one */
public record LedgerPage(
        String count,
        Filter filter,
        Map<String, String> problems,
        List<Choice> acts,
        List<Row> rows,
        @Nullable String next,
        @Nullable Result result,
        boolean mayExport) {

    public record Filter(String object, String person, String act, String from, String to) {}

    public record Choice(String code, String label, boolean isChosen) {}

    public record Row(
            long seq,
            String at,
            String person,
            String unit,
            String act,
            String object,
            String hash,
            String previousHash) {}

    /** @param since entries written after this verification */
    public record Result(
            boolean isIntact,
            String at,
            String seconds,
            String entries,
            String links,
            long since,
            long backwards,
            String head,
            @Nullable String broken,
            @Nullable String unproved) {}
}
