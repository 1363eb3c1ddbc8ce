package org.guanwu.office.officialdocument.web;

import java.util.List;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.Page;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.domain.DocumentStatus;
import org.guanwu.office.officialdocument.domain.OutgoingDocumentRegister.Row;
import org.jspecify.annotations.Nullable;

/**
 * 发文登记簿.
 *
 * @param query the filters again, for the link to the next page
 */
public record RegisterPage(
        Page<Row> rows,
        String text,
        @Nullable Long unitId,
        @Nullable DocumentType type,
        @Nullable Integer year,
        @Nullable DocumentStatus status,
        boolean isMine,
        List<Unit> units,
        List<Integer> years,
        String query,
        boolean isFirst) {

    public boolean isFiltered() {
        return !text.isEmpty() || unitId != null || type != null || year != null || status != null || isMine;
    }
}
