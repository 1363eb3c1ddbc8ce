package org.guanwu.foundation.organization;

/**
 * 人员. {@code unitId/unitName/unitPath} are those of the principal post on the day asked for.
 *
 * @param jobTitle 职务, as shown after the name (副处长); empty when none
 */
public record StaffMember(
        long id, String name, String jobTitle, long unitId, String unitName, String unitPath, boolean isPresent) {}
