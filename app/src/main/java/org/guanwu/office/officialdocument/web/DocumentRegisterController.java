package org.guanwu.office.officialdocument.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.web.NavEntry;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.domain.DocumentStatus;
import org.guanwu.office.officialdocument.domain.OutgoingDocumentRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 发文登记簿. */
@Controller
class DocumentRegisterController {

    private static final int ROWS = 50;
    private static final int YEARS = 6;

    private final OutgoingDocumentRegister register;
    private final Organization organization;
    private final Clock clock;

    DocumentRegisterController(OutgoingDocumentRegister register, Organization organization, Clock clock) {
        this.register = register;
        this.organization = organization;
        this.clock = clock;
    }

    @SignedIn
    @GetMapping("/office/outgoing-documents")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable DocumentType type,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable DocumentStatus status,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        String path = unit == null
                ? null
                : organization.findUnit(unit).map(Unit::path).orElse("none");
        var rows = register.list(
                actor, new OutgoingDocumentRegister.Filter(text, path, type, year, status, mine), cursor, ROWS);
        model.addAttribute(
                "page",
                new RegisterPage(
                        rows,
                        text,
                        unit,
                        type,
                        year,
                        status,
                        mine,
                        units(actor, today),
                        IntStream.range(0, YEARS)
                                .mapToObj(i -> today.getYear() - i)
                                .toList(),
                        query(text, unit, type, year, status, mine),
                        cursor == null));
        return "officialdocument/register";
    }

    /** only units whose documents the person may read at large; his own documents need no choice of unit */
    private List<Unit> units(Actor actor, LocalDate today) {
        List<String> prefixes = actor.scope(Permission.DOCUMENT_READ);
        return prefixes.isEmpty()
                ? List.of()
                : organization.listUnits(today).stream()
                        .filter(unit ->
                                prefixes.stream().anyMatch(prefix -> unit.path().startsWith(prefix)))
                        .toList();
    }

    private static String query(
            String text,
            @Nullable Long unit,
            @Nullable DocumentType type,
            @Nullable Integer year,
            @Nullable DocumentStatus status,
            boolean mine) {
        var query = UriComponentsBuilder.newInstance();
        if (!text.isEmpty()) {
            query.queryParam("text", "{text}");
        }
        add(query, "unit", unit);
        add(query, "type", type);
        add(query, "year", year);
        add(query, "status", status);
        add(query, "mine", mine ? true : null);
        String encoded = query.encode().buildAndExpand(Map.of("text", text)).getQuery();
        return encoded == null ? "" : encoded + "&";
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavEntry outgoingDocumentsEntry() {
            return new NavEntry(
                    NavEntry.Area.MAIN,
                    20,
                    "documents",
                    "公文",
                    "/office/outgoing-documents",
                    Set.of(Permission.DOCUMENT_DRAFT, Permission.DOCUMENT_HANDLE, Permission.DOCUMENT_READ));
        }
    }
}
