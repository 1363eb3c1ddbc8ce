package org.guanwu.foundation.worklist.domain;

import org.guanwu.foundation.workingday.ClockDueMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 期限变动: open tasks that show a clock's date show its new one, in the transaction that moved it. */
@Component
class DueDates {

    private final JdbcClient jdbc;

    DueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task may be due by something else than this clock, a step's limit for example: then its date is left alone. */
    @EventListener
    @Transactional
    void follow(ClockDueMoved moved) {
        jdbc.sql("""
                update worklist.pending_task set due_on = :new, is_paused = (cast(:new as date) is null)
                where matter_type = :type and matter_id = :id
                  and (due_on = :old or cast(:old as date) is null and is_paused)
                """)
                .param("new", moved.newDue())
                .param("old", moved.oldDue())
                .param("type", moved.matter().type())
                .param("id", moved.matter().id())
                .update();
    }
}
