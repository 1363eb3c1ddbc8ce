package org.guanwu.foundation.identity;

/** Who a person is and which unit is his today: that of the principal post. */
public record Affiliation(long personId, String name, long unitId, String unitName, String unitPath) {}
