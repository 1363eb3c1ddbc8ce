package org.guanwu.foundation.worklist.web;

import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.worklist.domain.DueWindow;
import org.guanwu.foundation.worklist.domain.InboxFilter;
import org.guanwu.foundation.worklist.domain.InboxTab;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A view of the inbox as its address: every tab, filter and page can be linked, kept and sent to a colleague. */
record InboxAddress(InboxTab tab, InboxFilter filter) {

    static final String PATH = "/office/inbox";

    static InboxAddress of(InboxTab tab) {
        return new InboxAddress(tab, InboxFilter.ALL);
    }

    /** texts as they stand in the address; what is not one of ours is a page that does not exist */
    static InboxAddress parse(
            @Nullable String tab,
            @Nullable String due,
            @Nullable String urgent,
            @Nullable String kind,
            @Nullable String principal) {
        return new InboxAddress(
                isGiven(tab) ? InboxTab.of(tab) : InboxTab.PENDING,
                new InboxFilter(
                        isGiven(due) ? window(due) : null,
                        "1".equals(urgent),
                        isGiven(kind) ? kind : null,
                        isGiven(principal) ? id(principal) : null));
    }

    String url() {
        return page(null);
    }

    String page(@Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(PATH);
        if (tab != InboxTab.PENDING) {
            address.queryParam("tab", tab.code());
        }
        if (filter.due() != null) {
            address.queryParam("due", filter.due().code());
        }
        if (filter.isUrgentOnly()) {
            address.queryParam("urgent", "1");
        }
        if (filter.kind() != null) {
            address.queryParam("kind", "{kind}");
        }
        if (filter.principalId() != null) {
            address.queryParam("principal", filter.principalId());
        }
        if (cursor != null) {
            address.queryParam("cursor", cursor);
        }
        return address.encode()
                .buildAndExpand(filter.kind() == null ? "" : filter.kind())
                .toUriString();
    }

    private static DueWindow window(String code) {
        for (DueWindow window : DueWindow.values()) {
            if (window.code().equals(code)) {
                return window;
            }
        }
        throw new NotFound("due window " + code);
    }

    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnId) {
            throw new NotFound("id " + text);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
