package org.guanwu.foundation.workingday.web;

import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarNavigation {

    static final String KEY = "calendar";

    private static final Set<Permission> KEEPERS = Set.of(Permission.CALENDAR_EDIT, Permission.CALENDAR_APPROVE);

    @Bean
    NavEntry calendarEntry() {
        return new NavEntry(NavEntry.Area.ADMINISTRATION, 40, KEY, "工作日历", "/office/calendar", KEEPERS);
    }

    @Bean
    NavEntry timeLimitEntry() {
        return new NavEntry(
                NavEntry.Area.ADMINISTRATION, 41, "time-limits", "期限表", "/office/calendar/time-limits", KEEPERS);
    }
}
