package org.guanwu.foundation.worklist.domain;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;

/** 待阅 as listed. */
public record ReadingRow(long id, Matter matter, String title, String url, long senderId, Instant circulatedAt) {}
