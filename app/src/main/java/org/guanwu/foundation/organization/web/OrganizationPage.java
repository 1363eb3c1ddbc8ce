package org.guanwu.foundation.organization.web;

import java.util.List;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.Unit;

/** 机构树 as of one day. */
public record OrganizationPage(String on, List<Line> units, String find, List<StaffMember> people, boolean mayEdit) {

    public record Line(Unit unit, int depth, long people) {}
}
