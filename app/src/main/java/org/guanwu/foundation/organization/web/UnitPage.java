package org.guanwu.foundation.organization.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.organization.Post;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.organization.domain.PersonRecords.NameRow;
import org.jspecify.annotations.Nullable;

/**
 * @param typed what was typed into the form that failed, by field name; {@code problems} the sentences under the fields
 * @param failed which form: unit, name, close, post, person; empty when none
 */
public record UnitPage(
        Unit unit,
        @Nullable Unit parent,
        List<Unit> subunits,
        List<Staffed> posts,
        List<NameRow> names,
        boolean mayEdit,
        String failed,
        Map<String, String> typed,
        Map<String, String> problems) {

    public record Staffed(Post post, List<StaffMember> holders) {}

    public String typed(String form, String field, String otherwise) {
        return failed.equals(form) ? typed.getOrDefault(field, "") : otherwise;
    }

    public String problem(String form, String field) {
        return failed.equals(form) ? problems.getOrDefault(field, "") : "";
    }
}
