package org.guanwu.foundation.organization.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.domain.PersonRecords.AbsenceRow;
import org.guanwu.foundation.organization.domain.PersonRecords.AssignmentRow;
import org.guanwu.foundation.organization.domain.PersonRecords.DelegationRow;

/**
 * 人员: posts, absences, delegations. Also the page of one's own presence, with another frame round it.
 *
 * @param find whom to delegate to or which post, as looked for; {@code people} and {@code posts} what was found
 */
public record PersonPage(
        StaffMember person,
        boolean hasLeft,
        List<AssignmentRow> assignments,
        List<AbsenceRow> absences,
        List<DelegationRow> delegations,
        boolean isSelf,
        boolean mayEdit,
        boolean mayRegister,
        String today,
        String find,
        List<StaffMember> people,
        List<PostChoice> posts,
        String failed,
        Map<String, String> typed,
        Map<String, String> problems) {

    public record PostChoice(long id, String name) {}

    /** where the forms of this page go back to */
    public String home() {
        return isSelf ? "/office/account/presence" : "/office/organization/people/" + person.id();
    }

    public String typed(String form, String field, String otherwise) {
        return failed.equals(form) ? typed.getOrDefault(field, "") : otherwise;
    }

    public String problem(String form, String field) {
        return failed.equals(form) ? problems.getOrDefault(field, "") : "";
    }
}
