package org.guanwu.openness.publication.domain;

import org.guanwu.foundation.structuredtext.Block;
import org.guanwu.foundation.structuredtext.StructuredText;

/** 内容概述 where nobody wrote one: the first ordinary words of the text. */
final class Summary {

    static final int LONGEST = 160;

    private Summary() {}

    /** a derived one says nothing that the text does not, and follows it when the gate removes something */
    static boolean isDerived(String summary, StructuredText text) {
        return summary.equals(of("", text));
    }

    static String of(String written, StructuredText text) {
        if (!written.isBlank()) {
            return written.strip();
        }
        return text.blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> block.plainText().strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…")
                .orElse("");
    }
}
