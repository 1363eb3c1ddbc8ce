package org.guanwu.office.officialdocument;

import org.guanwu.foundation.shared.Matter;

/** 发文 */
public record OutgoingDocumentId(long value) {

    public static final String MATTER_TYPE = "outgoing-document";

    /** the name of the document for routes, clocks, numbers and the ledger */
    public Matter matter() {
        return new Matter(MATTER_TYPE, value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
