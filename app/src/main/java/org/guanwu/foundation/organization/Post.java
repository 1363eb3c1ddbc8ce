package org.guanwu.foundation.organization;

/** 岗位 of a unit, held by any number of people; a person may hold several. */
public record Post(long id, String code, String name, long unitId) {}
