package org.guanwu.foundation.worklist.web;

import java.util.EnumSet;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.web.NavCounter;
import org.guanwu.foundation.web.NavEntry;
import org.guanwu.foundation.worklist.domain.InboxCounters;
import org.guanwu.foundation.worklist.domain.InboxTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 待办 in the top line; the three administrators have no business rights and no such entry. */
@Configuration(proxyBeanMethods = false)
class InboxNavigation {

    static final String KEY = "inbox";

    @Bean
    NavEntry inboxEntry() {
        var business = EnumSet.allOf(Permission.class).stream()
                .filter(permission -> permission.group() == Permission.Group.BUSINESS)
                .collect(Collectors.toSet());
        return new NavEntry(NavEntry.Area.MAIN, 10, KEY, "待办", "/office/inbox", business);
    }

    @Bean
    NavCounter inboxCounter(InboxCounters counters) {
        return new NavCounter() {
            @Override
            public String navKey() {
                return KEY;
            }

            @Override
            public long count(Actor actor) {
                return counters.count(actor.personId(), InboxTab.PENDING);
            }
        };
    }
}
