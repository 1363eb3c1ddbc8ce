package org.guanwu.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What every public page shows round its content, in the reader's language and size. Put into the model of every page
 * outside the office as {@code portal}.
 *
 * @param path of the page, without query
 * @param query of the page without {@code lang} and {@code view}, without a question mark; empty when there is none
 * @param isKeptInLinks language or elder mode came with the address and not from a cookie: links carry it on
 */
public record PortalFrame(
        PortalLanguage language,
        boolean isElder,
        boolean isKeptInLinks,
        String path,
        String query,
        String origin,
        LocalDate today,
        String dateLine,
        PortalSettings site,
        List<NavItem> nav,
        BiFunction<String, Object[], String> words,
        UnaryOperator<String> script,
        UnaryOperator<String> assets) {

    private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** @param code compared with the page's own code to mark the current section */
    public record NavItem(String code, String label, String url) {}

    /** @param url empty for the page itself, the last one */
    public record Crumb(String label, String url) {

        public static Crumb here(String label) {
            return new Crumb(label, "");
        }
    }

    /** the portal's own words, {@code messages/portal_*.properties} */
    public String t(String key, Object... values) {
        return words.apply(key, values);
    }

    /** content written in simplified Chinese, in the reader's script */
    public String s(String content) {
        return script.apply(content);
    }

    public String asset(String name) {
        return assets.apply(name);
    }

    public String siteName() {
        return s(site.siteName());
    }

    /** 2026年10月20日 in prose and in the standard header */
    public String date(LocalDate date) {
        return language == PortalLanguage.ENGLISH ? date.toString() : CHINESE_DATE.format(date);
    }

    /** official text is Chinese in every language of the chrome */
    public String contentLang() {
        return language == PortalLanguage.TRADITIONAL ? "zh-Hant" : "zh-CN";
    }

    /** 1 203, with a space that does not break */
    public String number(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u00a0');
    }

    /** the statutory sections have names in every language; a unit's own section keeps its own */
    public String section(String code, String label) {
        return word("section." + code, label);
    }

    public String facetValue(String field, String value, String label) {
        return switch (field) {
            case "validity" -> t("validity." + value);
            case "year" -> language == PortalLanguage.ENGLISH ? value : label;
            default -> s(label);
        };
    }

    private String word(String key, String otherwise) {
        String word = words.apply(key, new Object[0]);
        return word.equals(key) ? s(otherwise) : word;
    }

    /** a link inside the portal that keeps language and elder mode when they travel in the address */
    public String href(String target) {
        if (!isKeptInLinks) {
            return target;
        }
        var kept = new StringBuilder();
        if (language != PortalLanguage.SIMPLIFIED) {
            kept.append("lang=").append(language.code());
        }
        if (isElder) {
            kept.append(kept.isEmpty() ? "" : "&").append("view=elder");
        }
        return kept.isEmpty() ? target : joined(target, kept.toString());
    }

    public String elderUrl() {
        return joined(here(), isElder ? "view=standard" : "view=elder");
    }

    public String languageUrl(PortalLanguage other) {
        return joined(here(), "lang=" + other.code());
    }

    /** the page without language and elder mode: what search engines and citations should use */
    public String canonicalUrl() {
        return origin + here();
    }

    private String here() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String joined(String target, String parameters) {
        int fragment = target.indexOf('#');
        String address = fragment < 0 ? target : target.substring(0, fragment);
        String anchor = fragment < 0 ? "" : target.substring(fragment);
        return address + (address.contains("?") ? "&" : "?") + parameters + anchor;
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
