/**
 * 待办: the one inbox: to do, to read, done, followed.
 *
 * <p>The office says 待办 ({@code PendingTask}), 待阅 ({@code PendingReading}), 已办 ({@code CompletedTask}) and 关注. Law: 公文条例
 * 第二十四条 (传阅 "不得漏传、误传、延误", 催办). A module that needs somebody to act opens a task in its own transaction and ends
 * it in the transaction of the act; a deputy owns rows of his own.
 *
 * <p>States of a task: open, open and frozen (挂起: neither listed nor counted), completed with an outcome. A completed
 * task is never changed and never removed.
 *
 * <p>Every counter is a sum of the tally that the list's own statements write (migration V15_2), so a counter and its
 * list cannot differ, and neither grows slower with a million rows.
 *
 * <p>Event: {@link org.guanwu.foundation.worklist.ReadingConfirmed}. It listens to
 * {@link org.guanwu.foundation.workingday.ClockDueMoved} only, to show the date that a legal clock has now. It never decides who may act: a row in the inbox is an invitation, the
 * business module checks the person again. It shows a person his own rows and nothing else.
 */
@ApplicationModule(
        displayName = "待办",
        allowedDependencies = {
            "foundation.shared",
            "foundation.audit",
            "foundation.identity",
            "foundation.web",
            "foundation.workingday"
        })
@NullMarked
package org.guanwu.foundation.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
