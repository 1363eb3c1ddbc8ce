package org.guanwu.openness.gazetteimport.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A title where the list has none: from the download links below the text, the head of the text, or its first words. */
final class FoundTitle {

    private static final Pattern LINK =
            Pattern.compile("下载链接[：:]\\s*(?:[0-9]{1,2}[.．、])?(.{4,200}?)\\.(?:docx?|pdf|wps|ofd)", Pattern.DOTALL);
    private static final Pattern HEAD =
            Pattern.compile("^\\s*([^。；\\n]{4,120}?(?:公告|通告|通知|决定|规定|办法|细则|规则|条例|意见|批复|通报|令|函))(?=\\s|第|$|\\n)");
    private static final Pattern ORDER = Pattern.compile("《([^》]{4,100})》");

    private FoundTitle() {}

    static Optional<String> in(String text) {
        Matcher link = LINK.matcher(text);
        if (link.find()) {
            return Optional.of(link.group(1).strip().replaceAll("\\s+", " "));
        }
        Matcher head = HEAD.matcher(text.lines().findFirst().orElse(""));
        return head.find() ? Optional.of(head.group(1).strip()) : Optional.empty();
    }

    static String fromWords(String authority, String number, String text) {
        Matcher order = ORDER.matcher(text.substring(0, Math.min(text.length(), 300)));
        String words = order.find()
                ? order.group(1)
                : text.strip().replaceAll("\\s+", " ").split("[。；]", 2)[0];
        String subject = words.length() > 60 ? words.substring(0, 60) + "…" : words;
        return (authority + number + "：" + subject).strip();
    }
}
