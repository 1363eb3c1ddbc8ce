package org.guanwu.portal;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three languages of the portal's own words. Official text stays Chinese; in traditional Chinese it is converted. */
public enum PortalLanguage {
    SIMPLIFIED("zh-Hans", "zh-CN", "portal_zh", Locale.SIMPLIFIED_CHINESE),
    TRADITIONAL("zh-Hant", "zh-Hant", "portal_zh_TW", Locale.TRADITIONAL_CHINESE),
    ENGLISH("en", "en", "portal_en", Locale.ENGLISH);

    private final String code;
    private final String htmlLang;
    private final String messages;
    private final Locale locale;

    PortalLanguage(String code, String htmlLang, String messages, Locale locale) {
        this.code = code;
        this.htmlLang = htmlLang;
        this.messages = messages;
        this.locale = locale;
    }

    /** empty for anything that is not one of the three codes: a wrong parameter never fails a page */
    public static Optional<PortalLanguage> find(@Nullable String code) {
        for (var language : values()) {
            if (language.code.equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** value of {@code ?lang=} */
    public String code() {
        return code;
    }

    /** value of the {@code lang} attribute */
    public String htmlLang() {
        return htmlLang;
    }

    public String messages() {
        return messages;
    }

    public Locale locale() {
        return locale;
    }
}
