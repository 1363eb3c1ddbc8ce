package org.guanwu.foundation.numbering.web;

import java.util.List;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.numbering.domain.RegisterEntry;
import org.guanwu.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * @param query as typed
 * @param hint what to correct in the search; empty when it was understood
 */
public record RegisterPage(
        String query,
        String code,
        String year,
        boolean isVoidOnly,
        List<String> codes,
        long count,
        List<Row> rows,
        @Nullable String nextUrl,
        String hint) {

    static final String PATH = "/office/number-register";

    public RegisterPage {
        codes = List.copyOf(codes);
        rows = List.copyOf(rows);
    }

    /** @param matterUrl page of the document; its title is for those who may see it there */
    public record Row(
            String number,
            String url,
            String matter,
            String matterUrl,
            String assignedAt,
            boolean isVoid,
            String reason,
            String voidedBy,
            String approver,
            String voidedAt) {

        static Row of(RegisterEntry entry) {
            DocumentNumber number = entry.number();
            RegisterEntry.Voiding voiding = entry.voiding();
            return new Row(
                    number.toString(),
                    UriComponentsBuilder.fromPath(PATH)
                            .pathSegment(
                                    number.authorityCode(),
                                    String.valueOf(number.year()),
                                    String.valueOf(number.serial()))
                            .encode()
                            .toUriString(),
                    entry.matter().type().equals("outgoing-document")
                            ? "发文，登记 " + entry.matter().id()
                            : entry.matter().toString(),
                    "/office/" + entry.matter().type() + "s/" + entry.matter().id(),
                    ChinaTime.minute(entry.assignedAt()),
                    voiding != null,
                    voiding == null ? "" : voiding.reason(),
                    voiding == null ? "" : voiding.voidedBy(),
                    voiding == null ? "" : voiding.approver(),
                    voiding == null ? "" : ChinaTime.minute(voiding.voidedAt()));
        }
    }
}
