/**
 * 工作日与法定期限: the State Council calendar and the legal clocks that rest on it.
 *
 * <p>Law: 国务院关于职工工作时间的规定第七条 (Saturday and Sunday are days of rest), 全国年节及纪念日放假办法, the yearly notices of
 * 国务院办公厅 with their make-up days; how days are counted: 民法典第二百零一条至第二百零三条; the limits themselves carry
 * their articles in the table {@code time_limit}.
 *
 * <p>The calendar is a fold of notices: each says what it changes, the latest wins, taking one out is the roll-back. A
 * change is drafted by one person and approved by another (草稿, 待复核, 生效, 已放弃, 已回退). A clock is a list of events
 * (起算, 停钟, 恢复计时, 重新计算, 延长, 办结); its due date is derived, never typed. When the calendar changes, open clocks
 * are recomputed in batches with a ledger entry that says why, and
 * {@link org.guanwu.foundation.workingday.ClockDueMoved} tells the modules that show the date.
 *
 * <p>A date that rests on a year without a published arrangement is provisional (暂定). This module never decides what a
 * limit applies to and never acts when one runs out: that is for the module whose matter it is.
 */
@ApplicationModule(
        displayName = "工作日与法定期限",
        allowedDependencies = {"foundation.shared", "foundation.audit", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.workingday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
