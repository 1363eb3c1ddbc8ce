package org.guanwu.foundation.structuredtext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads typed text, one paragraph per line. What it is not sure of stays an ordinary paragraph; no character other than
 * white space around a line is lost.
 */
final class StructuredTextParser {

    private static final int LONGEST_HEADING = 40;
    private static final int LONGEST_LEAD = 32;
    private static final int LONGEST_SIGNATURE = 40;
    private static final Pattern DATE = Pattern.compile(
            "^(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})年(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|　)月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|　)日$");
    private static final Pattern ANNOTATION =
            Pattern.compile("^（(?:此件|联系人|本公告|本文|注)[^（）]{1,60}(?:（[^（）]*）[^（）]{0,30})?）$");
    private static final Pattern ATTACHMENT_NOTE = Pattern.compile("^附件[：:]\\s*(.*)$");
    private static final Pattern NUMBERED_NAME = Pattern.compile("^[0-9０-９]{1,2}[.．、]\\s*(.+)$");
    private static final Pattern RULE_OF_TABLE = Pattern.compile("^\\|?\\s*:?-{2,}:?\\s*(\\|\\s*:?-{2,}:?\\s*)*\\|?$");
    private static final Pattern HEADING_STOPS = Pattern.compile("[。；！？：:;，,]");

    private final boolean isVerbatim;

    /** @param isVerbatim for texts that are found, not written: labels keep the form they have */
    StructuredTextParser(boolean isVerbatim) {
        this.isVerbatim = isVerbatim;
    }

    StructuredText parse(String plainText) {
        List<String> lines = plainText
                .lines()
                .map(StructuredTextParser::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < lines.size(); ) {
            i = isTableRow(lines.get(i)) ? table(lines, i, blocks) : block(lines, i, blocks);
        }
        return new StructuredText(blocks);
    }

    private int block(List<String> lines, int i, List<Block> blocks) {
        String line = lines.get(i);
        Matcher note = ATTACHMENT_NOTE.matcher(line);
        if (note.matches() && (!note.group(1).isEmpty() || i + 1 < lines.size() && isNumberedName(lines.get(i + 1)))) {
            return attachmentNote(lines, i, note.group(1), blocks);
        }
        if (DATE.matcher(line).matches()) {
            int signature = signatureBefore(blocks);
            if (signature >= 0) {
                blocks.set(signature, new Block.Signature(blocks.get(signature).plainText()));
            }
            blocks.add(new Block.DateLine(line));
            return i + 1;
        }
        if (ANNOTATION.matcher(line).matches() && endsWithDate(blocks)) {
            blocks.add(new Block.Annotation(line));
            return i + 1;
        }
        if (blocks.stream().allMatch(Block.Title.class::isInstance) && isRecipients(line)) {
            blocks.add(new Block.Recipients(isVerbatim ? line : line.substring(0, line.length() - 1) + "："));
            return i + 1;
        }
        blocks.add(levelled(line));
        return i + 1;
    }

    /** the last block is a short line without a stop, so the date below makes it 发文机关署名 */
    private static int signatureBefore(List<Block> blocks) {
        if (blocks.isEmpty() || !(blocks.getLast() instanceof Block.Paragraph(Level level, String lead, String text))) {
            return -1;
        }
        boolean isSignature = level == null
                && lead.isEmpty()
                && text.length() <= LONGEST_SIGNATURE
                && !HEADING_STOPS.matcher(text).find();
        return isSignature ? blocks.size() - 1 : -1;
    }

    private static boolean endsWithDate(List<Block> blocks) {
        return !blocks.isEmpty()
                && (blocks.getLast() instanceof Block.DateLine || blocks.getLast() instanceof Block.Annotation);
    }

    private static boolean isRecipients(String line) {
        return line.length() <= 200
                && (line.endsWith("：") || line.endsWith(":"))
                && !line.contains("。")
                && Arrays.stream(Level.values())
                        .noneMatch(l -> l.label().matcher(line).find())
                && !line.endsWith("如下：")
                && !line.endsWith("如下:");
    }

    private Block levelled(String line) {
        for (Level level : Level.values()) {
            Matcher label = level.label().matcher(line);
            if (label.find()) {
                return of(level, line, label.end());
            }
        }
        return new Block.Paragraph(null, "", line);
    }

    private Block of(Level level, String line, int labelEnd) {
        String label = isVerbatim ? line.substring(0, labelEnd) : normalised(level, line.substring(0, labelEnd));
        String rest = line.substring(labelEnd);
        if (level == Level.ARTICLE) {
            return new Block.Paragraph(level, label, rest);
        }
        boolean isHeading = !rest.isBlank()
                && rest.length() <= LONGEST_HEADING
                && !HEADING_STOPS.matcher(rest).find();
        if (isHeading || level == Level.CHAPTER || level == Level.SECTION || level == Level.ATTACHMENT) {
            return new Block.Heading(level, label + rest);
        }
        int stop = rest.indexOf('。');
        boolean isRunIn = stop > 0
                && stop < LONGEST_LEAD
                && stop + 1 < rest.length()
                && !rest.substring(0, stop).contains("，");
        return isRunIn
                ? new Block.Paragraph(level, label + rest.substring(0, stop + 1), rest.substring(stop + 1))
                : new Block.Paragraph(level, label, rest);
    }

    /** GB/T 9704-2012 7.3.3: full-width brackets, Arabic numeral with a full stop */
    private static String normalised(Level level, String label) {
        return switch (level) {
            case SECOND, FOURTH -> label.replace('(', '（').replace(')', '）');
            case THIRD -> label.replace('．', '.').replace('、', '.');
            case ATTACHMENT, CHAPTER, SECTION, ARTICLE, FIRST -> label;
        };
    }

    private int attachmentNote(List<String> lines, int i, String first, List<Block> blocks) {
        var names = new ArrayList<String>();
        if (!first.isEmpty()) {
            names.add(nameOf(first));
        }
        int next = i + 1;
        boolean isNumbered = first.isEmpty() || isNumberedName(first);
        while (isNumbered && next < lines.size() && isNumberedName(lines.get(next))) {
            names.add(nameOf(lines.get(next)));
            next++;
        }
        var note = new Block.AttachmentNote(names);
        boolean isSame = note.plainText().equals(String.join("\n", lines.subList(i, next)));
        if (isVerbatim && !isSame) {
            lines.subList(i, next).forEach(line -> blocks.add(new Block.Paragraph(null, "", line)));
        } else {
            blocks.add(note);
        }
        return next;
    }

    private static boolean isNumberedName(String line) {
        return NUMBERED_NAME.matcher(line).matches();
    }

    private static String nameOf(String line) {
        Matcher numbered = NUMBERED_NAME.matcher(line);
        return numbered.matches() ? numbered.group(1) : line;
    }

    private static boolean isTableRow(String line) {
        return line.indexOf('\t') > 0
                || line.length() > 2 && line.startsWith("|") && line.indexOf('|', 1) > 0 && line.endsWith("|");
    }

    private static int table(List<String> lines, int i, List<Block> blocks) {
        var rows = new ArrayList<List<String>>();
        int next = i;
        while (next < lines.size() && isTableRow(lines.get(next))) {
            String line = lines.get(next);
            boolean isRule = rows.size() == 1 && RULE_OF_TABLE.matcher(line).matches();
            if (!isRule) {
                rows.add(cells(line));
            }
            next++;
        }
        blocks.add(new Block.Table(rows));
        return next;
    }

    private static List<String> cells(String line) {
        boolean hasPipes = line.indexOf('\t') <= 0;
        String inner = hasPipes ? line.substring(1, line.length() - 1) : line;
        String separator = hasPipes ? "\\|" : "\t";
        return Arrays.stream(inner.split(separator, -1))
                .map(cell -> strip(cell).replace('|', '｜'))
                .toList();
    }

    private static String strip(String line) {
        return line.replace('\u00a0', ' ').replaceAll("^[\\s　\\ufeff]+|[ 　\\r\\ufeff]+$", "");
    }
}
