package org.guanwu.foundation.search;

/** An entry was put or removed, and that is committed. For whoever keeps copies of pages on this node. */
public record EntryChanged(String key) {}
