package org.guanwu.foundation.organization;

import java.util.Set;

/** Presence, a post or a delegation of these people has changed; routing sweeps the routes that wait for them. */
public record StaffingChanged(Set<Long> personIds, String reason) {}
