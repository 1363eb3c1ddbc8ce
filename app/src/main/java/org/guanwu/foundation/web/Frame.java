package org.guanwu.foundation.web;

import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What every workspace page shows around its content. In every model as {@code frame}.
 *
 * @param message one line about the act just done, from the flash of the redirect; null when none
 */
public record Frame(
        @Nullable Actor actor,
        String path,
        List<NavLink> nav,
        boolean isDemo,
        String today,
        String calendarNote,
        @Nullable String message,
        Csrf csrf,
        Assets assets) {

    public static final String MESSAGE = "message";

    /** @param count null when the entry has no counter */
    public record NavLink(
            String key, String label, String url, @Nullable Long count) {}

    public record Csrf(String parameter, String token) {}

    public Frame {
        nav = List.copyOf(nav);
    }

    /** safe to print raw: the token is base64url, the name a constant */
    public String csrfField() {
        return csrf.token().isEmpty()
                ? ""
                : "<input type=\"hidden\" name=\"" + csrf.parameter() + "\" value=\"" + csrf.token() + "\">";
    }

    public String asset(String name) {
        return assets.url(name);
    }

    public boolean may(Permission permission) {
        return actor != null && actor.may(permission);
    }
}
