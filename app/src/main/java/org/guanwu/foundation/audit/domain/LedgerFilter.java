package org.guanwu.foundation.audit.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param object {@code outgoing-document:42}, a type, or the exact value of a fact such as a document number
 * @param person exact name; empty for everybody
 */
public record LedgerFilter(
        String object,
        String person,
        String act,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** the database cannot hold, and so cannot be asked for, a NUL */
    public LedgerFilter {
        object = object.replace("\0", "").strip();
        person = person.replace("\0", "").strip();
        act = act.replace("\0", "").strip();
    }
}
