package org.guanwu.foundation.worklist.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.LongFunction;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.worklist.domain.CompletedRow;
import org.guanwu.foundation.worklist.domain.DueWindow;
import org.guanwu.foundation.worklist.domain.FollowedRow;
import org.guanwu.foundation.worklist.domain.PendingRow;
import org.guanwu.foundation.worklist.domain.ReadingRow;
import org.guanwu.foundation.worklist.domain.StatusLight;
import org.guanwu.foundation.worklist.domain.StatusLight.Tone;
import org.guanwu.foundation.worklist.domain.StatusLights;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Rows of the four lists in the words of the page. */
@Component
class InboxRows {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final StatusLight SUSPENDED = new StatusLight(Tone.HOLD, "已挂起", "已挂起");
    private static final StatusLight PAUSED = new StatusLight(Tone.HOLD, "暂停计时", "法定期限暂停计时，恢复后重新计算到期日");

    private final StatusLights lights;

    InboxRows(StatusLights lights) {
        this.lights = lights;
    }

    InboxPage.Row pending(PendingRow row, DueWindow.Days days, boolean isSelected, String inNameOf) {
        return new InboxPage.Row(
                row.matter().toString(),
                row.url(),
                row.title(),
                joined(row.matterLabel(), row.senderName(), inNameOf.isEmpty() ? "" : "代" + inNameOf),
                row.kindLabel(),
                row.urgency(),
                when(row.createdAt(), days.today()),
                row.isPaused() ? PAUSED : lights.light(row.dueOn(), days),
                !row.isSeen(),
                isSelected,
                InboxAddress.PATH + "/preview?task=" + UriUtils.encode(row.taskKey(), "UTF-8"));
    }

    InboxPage.Row reading(ReadingRow row, DueWindow.Days days, LongFunction<String> nameOf) {
        return new InboxPage.Row(
                String.valueOf(row.id()),
                row.url(),
                row.title(),
                "传阅",
                nameOf.apply(row.senderId()),
                0,
                when(row.circulatedAt(), days.today()),
                null,
                true,
                false,
                null);
    }

    InboxPage.Row completed(CompletedRow row, DueWindow.Days days) {
        return new InboxPage.Row(
                row.taskKey(),
                row.url(),
                row.title(),
                joined(row.matterLabel(), row.senderName()),
                row.kindLabel() + "，" + row.outcomeInWords(),
                row.urgency(),
                when(row.endedAt(), days.today()),
                null,
                false,
                false,
                null);
    }

    InboxPage.Row followed(FollowedRow row, DueWindow.Days days) {
        return new InboxPage.Row(
                row.matter().toString(),
                row.url(),
                row.title(),
                row.matterLabel(),
                row.nowAt().isEmpty() ? "无人待办" : row.nowAt(),
                0,
                when(row.followedAt(), days.today()),
                row.isSuspended() ? SUSPENDED : row.dueOn() == null ? null : lights.light(row.dueOn(), days),
                false,
                false,
                null);
    }

    /** 今天 09:05, 昨天 16:20, 10-12, 2025-12-30 */
    static String when(Instant instant, LocalDate today) {
        var at = ChinaTime.at(instant);
        LocalDate date = at.toLocalDate();
        if (date.equals(today)) {
            return "今天 " + TIME.format(at);
        }
        if (date.equals(today.minusDays(1))) {
            return "昨天 " + TIME.format(at);
        }
        return date.getYear() == today.getYear() ? DAY.format(at) : date.toString();
    }

    private static String joined(String... parts) {
        var text = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                text.append(text.isEmpty() ? "" : "，").append(part);
            }
        }
        return text.toString();
    }
}
