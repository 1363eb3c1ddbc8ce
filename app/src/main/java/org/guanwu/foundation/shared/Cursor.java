package org.guanwu.foundation.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Opaque position in a list: the sort key values of a row, joined and base64url-coded. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String of(Object... keyValues) {
        var joined = new StringBuilder();
        for (int i = 0; i < keyValues.length; i++) {
            joined.append(i == 0 ? "" : SEPARATOR).append(keyValues[i]);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidInput when the text is not a cursor of {@code size} values */
    public static List<String> parse(String cursor, int size) {
        try {
            var values = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (values.size() == size) {
                return values;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
        }
        throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
    }
}
