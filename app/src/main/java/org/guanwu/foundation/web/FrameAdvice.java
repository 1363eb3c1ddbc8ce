package org.guanwu.foundation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.CurrentActor;
import org.guanwu.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts the {@link Frame} into the model of every workspace page; portal and API pay nothing for it. */
@Component
@ControllerAdvice
class FrameAdvice {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE", Locale.CHINA);

    private final ObjectProvider<CurrentActor> currentActor;
    private final List<NavEntry> entries;
    private final List<NavCounter> counters;
    private final ObjectProvider<CalendarNote> calendar;
    private final Assets assets;
    private final Clock clock;
    private final boolean isDemo;

    FrameAdvice(
            ObjectProvider<CurrentActor> currentActor,
            ObjectProvider<NavEntry> entries,
            ObjectProvider<NavCounter> counters,
            ObjectProvider<CalendarNote> calendar,
            Assets assets,
            Clock clock,
            Environment environment) {
        this.currentActor = currentActor;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
        this.counters = counters.stream().toList();
        this.calendar = calendar;
        this.assets = assets;
        this.clock = clock;
        this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute
    void add(HttpServletRequest request, Model model) {
        String path = request.getRequestURI();
        if (path.startsWith("/office") || path.startsWith("/sign-in")) {
            model.addAttribute("frame", frame(request));
        }
    }

    Frame frame(HttpServletRequest request) {
        Optional<Actor> actor =
                Optional.ofNullable(currentActor.getIfAvailable()).flatMap(source -> source.find(request));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
        CalendarNote note = calendar.getIfAvailable();
        String day = DAY.format(today) + (note == null ? "" : "，" + note.kindOfDay(today));
        return new Frame(
                actor.orElse(null),
                request.getRequestURI(),
                actor.map(this::navFor).orElse(List.of()),
                isDemo,
                day,
                note == null ? "" : note.coverage(),
                flash(request),
                csrf(request),
                assets);
    }

    List<NavEntry> administrationFor(Actor actor) {
        return entries.stream()
                .filter(e -> e.area() == NavEntry.Area.ADMINISTRATION && e.isFor(actor))
                .toList();
    }

    private List<Frame.NavLink> navFor(Actor actor) {
        var links = new ArrayList<Frame.NavLink>();
        for (NavEntry entry : entries) {
            if (entry.area() == NavEntry.Area.MAIN && entry.isFor(actor)) {
                links.add(new Frame.NavLink(entry.key(), entry.label(), entry.url(), count(entry.key(), actor)));
            }
        }
        if (!administrationFor(actor).isEmpty()) {
            links.add(new Frame.NavLink("administration", "管理", "/office/administration", null));
        }
        return links;
    }

    private @Nullable Long count(String key, Actor actor) {
        return counters.stream()
                .filter(c -> c.navKey().equals(key))
                .findFirst()
                .map(c -> c.count(actor))
                .orElse(null);
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : new Frame.Csrf("_csrf", "");
    }

    private static @Nullable String flash(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Frame.MESSAGE) instanceof String text ? text : null;
    }
}
