package org.guanwu.foundation.structuredtext;

/**
 * A line of the table of contents.
 *
 * @param level 2 for the outermost level of this text, then 3, 4 …, without gaps: the level of its HTML heading
 * @param id anchor in the HTML of the same text
 */
public record TextHeading(int level, String id, String text) {}
