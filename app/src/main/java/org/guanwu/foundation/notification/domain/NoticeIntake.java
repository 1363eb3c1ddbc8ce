package org.guanwu.foundation.notification.domain;

import org.guanwu.foundation.notification.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One insert and nothing else: who tells something must not wait for a mail server. */
@Component
class NoticeIntake implements Notifications {

    private final NoticeRepository notices;

    NoticeIntake(NoticeRepository notices) {
        this.notices = notices;
    }

    @Override
    public void tell(Notice notice) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the notice " + notice.dedupKey() + " has no transaction to belong to");
        }
        if (!notice.link().startsWith("/") || notice.link().startsWith("//")) {
            throw new IllegalArgumentException("a notice links to a path inside the workspace, not " + notice.link());
        }
        notices.add(notice);
    }
}
