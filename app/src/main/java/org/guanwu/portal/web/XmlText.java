package org.guanwu.portal.web;

/** Text for XML 1.0: the five characters escaped, those that XML cannot carry left out. */
final class XmlText {

    private XmlText() {}

    static String of(String text) {
        var xml = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&apos;");
                default -> {
                    if (isAllowed(c)) {
                        xml.appendCodePoint(c);
                    }
                }
            }
        });
        return xml.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
