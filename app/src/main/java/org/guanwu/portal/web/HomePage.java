package org.guanwu.portal.web;

import java.util.List;
import org.guanwu.openness.publication.PublishedItems.Section;
import org.guanwu.openness.publication.PublishedItems.Summary;

/** @param figures counted from the published items themselves; each opens its list */
public record HomePage(
        long total, List<Figure> figures, List<Summary> newest, List<Summary> explanations, List<Branch> sections) {

    public record Figure(String labelKey, long count, String url) {}

    /** a section that has content, with those below it that have */
    public record Branch(Section section, List<Section> below) {}

    public HomePage {
        figures = List.copyOf(figures);
        newest = List.copyOf(newest);
        explanations = List.copyOf(explanations);
        sections = List.copyOf(sections);
    }
}
