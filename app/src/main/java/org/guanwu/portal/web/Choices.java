package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guanwu.openness.publication.PublishedItems.Filter;
import org.guanwu.openness.publication.Validity;
import org.guanwu.portal.PortalFrame;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has chosen in the facets, taken from the address and written back into addresses. A value that cannot be
 * one is dropped: a mistyped address shows a list, never an error.
 *
 * @param values facet to chosen values, in the order of the page, without empty ones
 */
record Choices(
        Map<String, Set<String>> values,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final List<String> FACETS = List.of("topic", "type", "year", "validity", "unit");
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 60;

    static Choices of(HttpServletRequest request) {
        var values = new LinkedHashMap<String, Set<String>>();
        for (String facet : FACETS) {
            String[] given = request.getParameterValues(facet);
            var kept = new LinkedHashSet<String>();
            for (String value : given == null ? new String[0] : given) {
                if (kept.size() < MOST_VALUES && isPossible(facet, value)) {
                    kept.add(value);
                }
            }
            if (!kept.isEmpty()) {
                values.put(facet, kept);
            }
        }
        return new Choices(values, date(request.getParameter("from")), date(request.getParameter("to")));
    }

    private static boolean isPossible(String facet, String value) {
        return switch (facet) {
            case "year" -> value.matches("[0-9]{4}");
            case "unit" -> value.matches("[0-9]{1,18}");
            case "validity" -> validity(value).isPresent();
            default -> !value.isBlank() && value.length() <= LONGEST_VALUE && value.matches("[A-Za-z0-9_-]+");
        };
    }

    static Optional<Validity> validity(String value) {
        for (var validity : Validity.values()) {
            if (validity.name().equals(value)) {
                return Optional.of(validity);
            }
        }
        return Optional.empty();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 10) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** a whole number of the address within bounds, else what stands in for it */
    static int number(HttpServletRequest request, String name, int standIn, int least, int most) {
        String text = request.getParameter(name);
        if (text == null || !text.matches("[0-9]{1,9}")) {
            return standIn;
        }
        return Math.clamp(Integer.parseInt(text), least, most);
    }

    Set<String> of(String facet) {
        return values.getOrDefault(facet, Set.of());
    }

    boolean isEmpty() {
        return values.isEmpty() && from == null && to == null;
    }

    int count() {
        return values.values().stream().mapToInt(Set::size).sum() + (from == null && to == null ? 0 : 1);
    }

    Set<Long> units() {
        return mapped("unit", Long::valueOf);
    }

    Set<Integer> years() {
        return mapped("year", Integer::valueOf);
    }

    Set<Validity> validities() {
        return mapped("validity", Validity::valueOf);
    }

    private <T> Set<T> mapped(String facet, Function<String, T> form) {
        return of(facet).stream().map(form).collect(Collectors.toUnmodifiableSet());
    }

    Filter filter(@Nullable String section) {
        return new Filter(section, units(), of("topic"), of("type"), years(), validities(), from, to);
    }

    /** the choices as a query, without the one named, with further parameters first */
    String query(Map<String, String> first, String withoutFacet, String withoutValue) {
        var parts = new ArrayList<String>();
        first.forEach((name, value) -> parts.add(name + "=" + PortalFrame.encoded(value)));
        values.forEach((facet, chosen) -> chosen.stream()
                .filter(value -> !facet.equals(withoutFacet) || !value.equals(withoutValue))
                .forEach(value -> parts.add(facet + "=" + PortalFrame.encoded(value))));
        if (!"from".equals(withoutFacet)) {
            if (from != null) {
                parts.add("from=" + from);
            }
            if (to != null) {
                parts.add("to=" + to);
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    String query(Map<String, String> first) {
        return query(first, "", "");
    }
}
