package org.guanwu.foundation.structuredtext;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text as a list of blocks; immutable. {@code StructuredText.parse(text.toPlainText())} equals {@code text} for every
 * text that came from the parser.
 */
public record StructuredText(List<Block> blocks) {

    public static final StructuredText EMPTY = new StructuredText(List.of());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public StructuredText {
        blocks = List.copyOf(blocks);
    }

    /** one paragraph per line; blank lines and indentation carry no meaning */
    public static StructuredText parse(String plainText) {
        return new StructuredTextParser(false).parse(plainText);
    }

    /**
     * A text as it was found, perhaps without line breaks: structure is recovered, every character other than white space
     * stays as it stands, also labels that would be written otherwise today.
     */
    public static StructuredText recover(String found) {
        var lines = new StringBuilder(found.length() + 64);
        found.lines().forEach(line -> RunOnText.paragraphs(line)
                .forEach(part -> lines.append(part).append('\n')));
        return new StructuredTextParser(true).parse(lines.toString());
    }

    public static StructuredText ofJson(String json) {
        return JSON.readValue(json, StructuredText.class);
    }

    public String toJson() {
        return JSON.writeValueAsString(this);
    }

    public String toPlainText() {
        return blocks.stream().map(Block::plainText).collect(Collectors.joining("\n"));
    }

    /** safe HTML: every character of the text escaped; headings carry the anchors of {@link #headings()} */
    public String toHtml() {
        return new StructuredTextHtml(this, "s").render();
    }

    /** as {@link #toHtml()}, with anchors that begin otherwise, for a page that shows the text twice */
    public String toHtml(String anchorPrefix) {
        return new StructuredTextHtml(this, anchorPrefix).render();
    }

    public List<TextHeading> headings() {
        return new StructuredTextHtml(this, "s").headings();
    }

    public StructuredText followedBy(List<? extends Block> more) {
        var all = new ArrayList<Block>(blocks);
        all.addAll(more);
        return new StructuredText(all);
    }

    public StructuredText precededBy(List<? extends Block> first) {
        var all = new ArrayList<Block>(first);
        all.addAll(blocks);
        return new StructuredText(all);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** 字数: what counts for the length limits; white space does not */
    public int characterCount() {
        return (int) toPlainText()
                .chars()
                .filter(c -> !Character.isWhitespace(c) && c != '　')
                .count();
    }

    /** lower-case hex SHA-256 of the plain text in UTF-8: two texts with the same words have the same digest */
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(toPlainText().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
