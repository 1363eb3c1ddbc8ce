package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import org.guanwu.foundation.workingday.LimitUnit;
import org.jspecify.annotations.Nullable;

/**
 * A row of the time limit table: the law as data.
 *
 * @param pauseRule empty: the clock may not be stopped
 * @param restartRule empty: it may not be restarted
 * @param extensionCap in the unit of the limit; 0: no extension
 * @param isStatutory false: an office's own limit
 */
public record TimeLimit(
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String name,
        String wing,
        int amount,
        LimitUnit unit,
        String startRule,
        String pauseRule,
        String restartRule,
        int extensionCap,
        String extensionRule,
        String article,
        boolean isStatutory) {

    public String amountText() {
        return amount + (unit == LimitUnit.YEAR ? "" : " ") + unit.label();
    }

    boolean canPause() {
        return !pauseRule.isEmpty();
    }

    boolean canRestart() {
        return !restartRule.isEmpty();
    }
}
