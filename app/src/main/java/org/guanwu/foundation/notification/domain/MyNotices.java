package org.guanwu.foundation.notification.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Page;
import org.guanwu.foundation.shared.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 我的通知: a person's own notices and his own address; nobody else's are reachable. */
@Service
public class MyNotices {

    private static final int PAGE = 50;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    private final NoticeRepository notices;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final NotificationSettings settings;
    private final Clock clock;

    MyNotices(NoticeRepository notices, JdbcClient jdbc, Ledger ledger, NotificationSettings settings, Clock clock) {
        this.notices = notices;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    public Page<NoticeRow> list(Actor actor, @Nullable String cursor) {
        List<NoticeRow> rows = notices.list(actor.personId(), before(cursor), PAGE + 1);
        boolean hasMore = rows.size() > PAGE;
        List<NoticeRow> shown = hasMore ? rows.subList(0, PAGE) : rows;
        return new Page<>(shown, hasMore ? Cursor.of(shown.getLast().id()) : null, null);
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
        }
    }

    public long unread(Actor actor) {
        return notices.unread(actor.personId());
    }

    /** @return the path it leads to */
    @Transactional
    public String open(Actor actor, long id) {
        return notices.markRead(actor.personId(), id).orElseThrow(() -> new NotFound("notice " + id));
    }

    /** @param upToId the newest notice that was on the page: what came since stays unread */
    @Transactional
    public int markAllRead(Actor actor, long upToId) {
        return notices.markAllRead(actor.personId(), upToId);
    }

    public MailAddress address(Actor actor) {
        return jdbc.sql("select address, is_enabled, version from notification.mail_address where person_id = ?")
                .param(actor.personId())
                .query(MailAddress.class)
                .optional()
                .orElse(MailAddress.NONE);
    }

    public boolean isMailEnabled() {
        return settings.mail().enabled();
    }

    @Transactional
    public void changeAddress(Actor actor, String typed, boolean isEnabled, long version) {
        String address = typed.strip();
        check(address);
        int changed = jdbc.sql("""
                        insert into notification.mail_address as a (person_id, address, is_enabled, version, updated_at)
                        values (:person, :address, :enabled, 1, :now)
                        on conflict (person_id) do update
                        set address = excluded.address, is_enabled = excluded.is_enabled, version = a.version + 1,
                            updated_at = excluded.updated_at
                        where a.version = :version""")
                .param("person", actor.personId())
                .param("address", address)
                .param("enabled", isEnabled)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion(version + 1, "邮箱设置已在别的窗口改过，请核对后再保存。");
        }
        ledger.record(Act.by(
                actor,
                "notification.mail-address-changed",
                new Matter("person", actor.personId()),
                Map.of("isEnabled", Boolean.toString(isEnabled))));
    }

    private void check(String address) {
        if (!ADDRESS.matcher(address).matches() || address.length() > 254 || address.contains("..")) {
            throw new InvalidInput("address", "邮箱格式不正确，应形如 wang@customs.example。");
        }
        List<String> allowed = settings.mail().allowedDomains();
        String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (!allowed.isEmpty() && !allowed.contains(domain)) {
            throw new InvalidInput("address", "只能使用单位邮箱：" + String.join("、", allowed) + "。");
        }
    }
}
