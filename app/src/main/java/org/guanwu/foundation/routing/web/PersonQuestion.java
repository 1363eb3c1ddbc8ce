package org.guanwu.foundation.routing.web;

import java.io.Serializable;
import java.util.List;

/**
 * A name was typed that is not exactly one person; everything else of the form is kept. Travels in the flash of a
 * redirect, hence in the session.
 *
 * @param field name of the form field; {@code others} is what stood in it before the name in question
 */
public record PersonQuestion(
        String action, String field, String typed, List<Long> others, List<Candidate> candidates, List<Field> fields)
        implements Serializable {

    public record Field(String name, String value) implements Serializable {}

    /** @param label unit, name, job title, presence */
    public record Candidate(long personId, String label) implements Serializable {}

    public String value(Candidate person) {
        var ids = new StringBuilder();
        others.forEach(id -> ids.append(id).append('、'));
        return ids.append(person.personId()).toString();
    }
}
