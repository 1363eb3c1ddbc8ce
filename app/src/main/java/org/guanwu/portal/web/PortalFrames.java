package org.guanwu.portal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.web.Assets;
import org.guanwu.foundation.web.CalendarNote;
import org.guanwu.openness.publication.PublishedItems.Section;
import org.guanwu.portal.PortalFrame;
import org.guanwu.portal.PortalFrame.NavItem;
import org.guanwu.portal.PortalLanguage;
import org.guanwu.portal.PortalSettings;
import org.guanwu.portal.domain.PortalSections;
import org.guanwu.portal.domain.PortalWords;
import org.guanwu.portal.domain.TraditionalScript;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Builds the {@link PortalFrame} of a request: language and elder mode from the address, then from the cookie. */
@Component
class PortalFrames {

    static final String LANGUAGE_COOKIE = "portal_lang";
    static final String VIEW_COOKIE = "portal_view";
    private static final DateTimeFormatter CHINESE_DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日　EEEE", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private final PortalSettings settings;
    private final PortalWords words;
    private final TraditionalScript traditional;
    private final PortalSections sections;
    private final ObjectProvider<CalendarNote> calendar;
    private final Assets assets;
    private final Clock clock;

    PortalFrames(
            PortalSettings settings,
            PortalWords words,
            TraditionalScript traditional,
            PortalSections sections,
            ObjectProvider<CalendarNote> calendar,
            Assets assets,
            Clock clock) {
        this.settings = settings;
        this.words = words;
        this.traditional = traditional;
        this.sections = sections;
        this.calendar = calendar;
        this.assets = assets;
        this.clock = clock;
    }

    PortalFrame frame(HttpServletRequest request) {
        var asked = PortalLanguage.find(request.getParameter("lang"));
        var language = asked.or(() -> PortalLanguage.find(cookie(request, LANGUAGE_COOKIE)))
                .orElse(PortalLanguage.SIMPLIFIED);
        String view = request.getParameter("view");
        boolean isElder = "elder".equals(view == null ? cookie(request, VIEW_COOKIE) : view);
        UnaryOperator<String> script =
                language == PortalLanguage.TRADITIONAL ? traditional::of : UnaryOperator.identity();
        LocalDate today = ChinaTime.dateOf(clock.instant());
        return new PortalFrame(
                language,
                isElder,
                asked.isPresent() || "elder".equals(view),
                request.getRequestURI(),
                ownQuery(request.getQueryString()),
                origin(request),
                today,
                dateLine(today, language),
                settings,
                nav(language, script),
                (key, values) -> words.word(language, key, values),
                script,
                assets::url);
    }

    /** keeps what was chosen in the address for the next pages; a preference, not a state of the system */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        PortalLanguage.find(request.getParameter("lang"))
                .ifPresent(language -> keep(response, LANGUAGE_COOKIE, language.code()));
        String view = request.getParameter("view");
        if ("elder".equals(view) || "standard".equals(view)) {
            keep(response, VIEW_COOKIE, view);
        }
    }

    String origin(HttpServletRequest request) {
        if (!settings.baseUrl().isEmpty()) {
            return settings.baseUrl();
        }
        int port = request.getServerPort();
        boolean isUsual = port == ("https".equals(request.getScheme()) ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (isUsual ? "" : ":" + port);
    }

    private List<NavItem> nav(PortalLanguage language, UnaryOperator<String> script) {
        var items = new java.util.ArrayList<NavItem>();
        items.add(new NavItem("documents", words.word(language, "nav.documents"), "/documents"));
        sections.listTop().stream()
                .limit(4)
                .forEach(s -> items.add(new NavItem(s.code(), navLabel(language, script, s), "/sections/" + s.code())));
        items.add(new NavItem("working-days", words.word(language, "nav.working-days"), "/working-days"));
        return List.copyOf(items);
    }

    /** the statutory sections have short names for the navigation, others their own */
    private String navLabel(PortalLanguage language, UnaryOperator<String> script, Section section) {
        String key = "nav.section." + section.code();
        String word = words.word(language, key);
        return word.equals(key) ? script.apply(section.label()) : word;
    }

    private String dateLine(LocalDate today, PortalLanguage language) {
        if (language == PortalLanguage.ENGLISH) {
            return ENGLISH_DAY.format(today);
        }
        CalendarNote note = calendar.getIfAvailable();
        String line = CHINESE_DAY.format(today) + (note == null ? "" : "　" + kind(note.kindOfDay(today)));
        return language == PortalLanguage.TRADITIONAL ? traditional.of(line) : line;
    }

    /** the line has named the day of the week already */
    private static String kind(String kindOfDay) {
        return kindOfDay.startsWith("周末") ? "休息日" : kindOfDay;
    }

    private static String ownQuery(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        return Arrays.stream(query.split("&"))
                .filter(p -> !p.isEmpty() && !p.startsWith("lang=") && !p.startsWith("view="))
                .collect(Collectors.joining("&"));
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(c -> name.equals(c.getName()))
                        .findFirst()
                        .map(Cookie::getValue)
                        .orElse(null);
    }

    private static void keep(HttpServletResponse response, String name, String value) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
