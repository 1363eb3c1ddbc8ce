package org.guanwu.office.secrecyreview.domain;

import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.structuredtext.Block;
import org.guanwu.foundation.structuredtext.StructuredText;

/** Replaces one found place in one block and leaves everything else as it stands. Pure. */
final class TextRemoval {

    private final int start;
    private final String found;
    private final String replacement;

    TextRemoval(int start, String found, String replacement) {
        this.start = start;
        this.found = found;
        this.replacement = replacement;
    }

    /** @throws IllegalArgumentException when the place does not read as it did when it was found */
    StructuredText in(StructuredText text, int block) {
        if (block < 0 || block >= text.blocks().size()) {
            throw new IllegalArgumentException("no block " + block);
        }
        List<Block> blocks = new ArrayList<>(text.blocks());
        blocks.set(block, in(blocks.get(block)));
        return new StructuredText(blocks);
    }

    private Block in(Block block) {
        String plain = block.plainText();
        if (!plain.startsWith(found, start)) {
            throw new IllegalArgumentException("the text has changed");
        }
        return switch (block) {
            case Block.Title ignored -> new Block.Title(cut(plain));
            case Block.Recipients ignored -> new Block.Recipients(cut(plain));
            case Block.Heading heading -> new Block.Heading(heading.level(), cut(plain));
            case Block.Signature ignored -> new Block.Signature(cut(plain));
            case Block.DateLine ignored -> new Block.DateLine(cut(plain));
            case Block.Annotation ignored -> new Block.Annotation(cut(plain));
            case Block.Paragraph paragraph -> inParagraph(paragraph, plain);
            case Block.Table table -> new Block.Table(inCells(table, plain));
            case Block.AttachmentNote note -> new Block.AttachmentNote(inNames(note.names(), plain));
        };
    }

    private String cut(String plain) {
        return plain.substring(0, start) + replacement + plain.substring(start + found.length());
    }

    private Block inParagraph(Block.Paragraph paragraph, String plain) {
        int lead = paragraph.lead().length();
        if (start >= lead) {
            return new Block.Paragraph(
                    paragraph.level(), paragraph.lead(), cut(plain).substring(lead));
        }
        if (start + found.length() <= lead) {
            return new Block.Paragraph(
                    paragraph.level(),
                    cut(plain).substring(0, lead + replacement.length() - found.length()),
                    paragraph.text());
        }
        return new Block.Paragraph(null, "", cut(plain));
    }

    private List<List<String>> inCells(Block.Table table, String plain) {
        int[] occurrence = {occurrencesBefore(plain)};
        return table.rows().stream()
                .map(row -> row.stream().map(cell -> replaced(cell, occurrence)).toList())
                .toList();
    }

    private List<String> inNames(List<String> names, String plain) {
        int[] occurrence = {occurrencesBefore(plain)};
        return names.stream().map(name -> replaced(name, occurrence)).toList();
    }

    private int occurrencesBefore(String plain) {
        int count = 0;
        for (int at = plain.indexOf(found); at >= 0 && at < start; at = plain.indexOf(found, at + found.length())) {
            count++;
        }
        return count;
    }

    /** replaces the occurrence whose turn it is; -1 afterwards */
    private String replaced(String part, int[] occurrence) {
        int from = 0;
        for (int at = part.indexOf(found); at >= 0; at = part.indexOf(found, from)) {
            if (occurrence[0]-- == 0) {
                return part.substring(0, at) + replacement + part.substring(at + found.length());
            }
            from = at + found.length();
        }
        return part;
    }
}
