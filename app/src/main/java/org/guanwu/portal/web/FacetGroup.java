package org.guanwu.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.guanwu.openness.publication.Validity;
import org.guanwu.portal.domain.CatalogueLabels;

/** One group of check boxes beside a list. */
public record FacetGroup(String field, List<Choice> choices) {

    private static final int SHOWN = 8;

    public record Choice(String value, String label, long count, boolean isChosen) {}

    /** a chosen value as a link that removes itself */
    public record Chosen(String label, String removeUrl) {}

    /** what stands open; the chosen ones are always among them */
    public List<Choice> shown() {
        return choices.stream()
                .filter(c -> c.isChosen() || choices.indexOf(c) < SHOWN)
                .toList();
    }

    public List<Choice> folded() {
        return choices.stream()
                .filter(c -> !c.isChosen() && choices.indexOf(c) >= SHOWN)
                .toList();
    }

    /** a group with one value that is not chosen tells nothing and is left out */
    boolean isUseful() {
        return choices.size() > 1 || choices.stream().anyMatch(Choice::isChosen);
    }

    /** what a chosen value is called: as in the group beside it, else as the catalogue calls it */
    static String label(List<FacetGroup> groups, String field, String value, CatalogueLabels labels) {
        return groups.stream()
                .filter(g -> g.field().equals(field))
                .flatMap(g -> g.choices().stream())
                .filter(c -> c.value().equals(value))
                .findFirst()
                .map(Choice::label)
                .or(() -> Choices.validity(value).map(Validity::label))
                .orElseGet(() -> labels.label(field, value, value));
    }

    static List<Chosen> chosen(
            Choices choices, String base, Map<String, String> first, BiFunction<String, String, String> labels) {
        var chosen = new ArrayList<Chosen>();
        choices.values()
                .forEach((facet, values) -> values.forEach(value ->
                        chosen.add(new Chosen(labels.apply(facet, value), base + choices.query(first, facet, value)))));
        if (choices.from() != null || choices.to() != null) {
            String range =
                    (choices.from() == null ? "" : choices.from()) + "—" + (choices.to() == null ? "" : choices.to());
            chosen.add(new Chosen(range, base + choices.query(first, "from", "")));
        }
        return List.copyOf(chosen);
    }
}
