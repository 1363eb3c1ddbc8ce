package org.guanwu.foundation.structuredtext;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One paragraph, heading, table or closing element of a text, in reading order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Title.class, name = "title"),
    @JsonSubTypes.Type(value = Block.Recipients.class, name = "recipients"),
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.AttachmentNote.class, name = "attachment-note"),
    @JsonSubTypes.Type(value = Block.Signature.class, name = "signature"),
    @JsonSubTypes.Type(value = Block.DateLine.class, name = "date"),
    @JsonSubTypes.Type(value = Block.Annotation.class, name = "annotation")
})
public sealed interface Block {

    /** the text as one would type it, one line per paragraph; the parser reads it back as the same block */
    @JsonIgnore
    String plainText();

    /** 标题 inside a text, as in imported gazettes; a draft keeps its title apart */
    record Title(String text) implements Block {
        @Override
        public String plainText() {
            return text;
        }
    }

    /** 主送机关, with its colon */
    record Recipients(String text) implements Block {
        @Override
        public String plainText() {
            return text;
        }
    }

    /** a line that is a heading as a whole; {@code text} has the label in it: 一、优先派单 */
    record Heading(Level level, String text) implements Block {
        @Override
        public String plainText() {
            return text;
        }
    }

    /**
     * @param level null for an ordinary paragraph
     * @param lead what stands first and is set in the face of its level: 第三条, （一）人员。; empty when level is null
     */
    record Paragraph(@Nullable Level level, String lead, String text) implements Block {
        @Override
        public String plainText() {
            return lead + text;
        }
    }

    /** the first row is the head; rows may be of different length */
    record Table(List<List<String>> rows) implements Block {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String plainText() {
            return rows.stream()
                    .map(row -> row.stream().collect(Collectors.joining(" | ", "| ", " |")))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** 附件说明 (GB/T 9704-2012 7.3.4): names without number and without end punctuation */
    record AttachmentNote(List<String> names) implements Block {
        public AttachmentNote {
            names = List.copyOf(names);
        }

        @Override
        public String plainText() {
            if (names.size() == 1) {
                return "附件：" + names.getFirst();
            }
            var text = new StringBuilder("附件：");
            for (int i = 0; i < names.size(); i++) {
                text.append(i == 0 ? "" : "\n").append(i + 1).append('.').append(names.get(i));
            }
            return text.toString();
        }
    }

    /** 发文机关署名 */
    record Signature(String text) implements Block {
        @Override
        public String plainText() {
            return text;
        }
    }

    /** 成文日期 as written, also in the numerals of before 2012 */
    record DateLine(String text) implements Block {
        @Override
        public String plainText() {
            return text;
        }
    }

    /** 附注, with its brackets: （此件公开发布） */
    record Annotation(String text) implements Block {
        @Override
        public String plainText() {
            return text;
        }
    }
}
