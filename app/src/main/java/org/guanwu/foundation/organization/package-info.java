/**
 * 机构人员: three tiers (总署、直属海关、隶属海关), units, posts, people with several posts, absence and delegation.
 *
 * <p>Everything has effective dates and nothing is deleted, so that an old document still finds the unit and the person
 * of its day. A unit keeps its place in the tree for life: paths are copied into other modules as the scope of rights,
 * so a unit that is moved (改隶) is closed and a successor opened. A name may change; its history is kept.
 *
 * <p>A person holds one principal post (主岗) on any day and any number of others. Absence (请假、出差) and delegation
 * (授权代办: for a period or lasting, only while absent or always, with or without a deputy's deputy, for all matters or
 * one kind) are facts with a beginning and an end. {@link org.guanwu.foundation.organization.Staffing} is the picture of
 * all that at one moment, by which routing finds who must act.
 *
 * <p>Publishes {@link org.guanwu.foundation.organization.StaffingChanged} for each change, and from a sweep when a
 * registered absence or delegation begins or ends by the clock alone.
 *
 * <p>Never: knows accounts, passwords or rights; deletes; moves a unit.
 */
@ApplicationModule(
        displayName = "机构人员",
        allowedDependencies = {"foundation.shared", "foundation.audit", "foundation.web", "foundation.identity"})
@NullMarked
package org.guanwu.foundation.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
