package org.guanwu.foundation.routing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.routing.RouteAct;
import org.guanwu.foundation.routing.SignerPlace;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for, with what he had on the screen: {@code seatVersion} and {@code contentVersion} for his own
 * act, {@code version} (of the route) for acts that undo or stop what others do.
 */
sealed interface Command {

    RouteAct act();

    record Open(int task) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.OPEN;
        }
    }

    record Approve(int task, int seatVersion, int contentVersion, String text, Map<String, List<Long>> choices)
            implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.APPROVE;
        }
    }

    record Edit(int task, int contentVersion, boolean isSubstantive) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.EDIT;
        }
    }

    /** @param seat 0: the whole target step */
    record Return(
            int task, int version, String target, int seat, boolean dropsOpinions, boolean straightBack, String text)
            implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.RETURN;
        }
    }

    record Withdraw(int task) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.WITHDRAW;
        }
    }

    record Transfer(int task, int seatVersion, long to) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.TRANSFER;
        }
    }

    record AddSigner(int task, int seatVersion, SignerPlace place, long person) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.ADD_SIGNER;
        }
    }

    record RemoveSigner(int version, String step, int seat) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.REMOVE_SIGNER;
        }
    }

    record Dispatch(int task, int seat, long to) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.DISPATCH;
        }
    }

    record Reassign(int version, String step, int seat, long to, String reason) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.REASSIGN;
        }
    }

    record Choose(int task, int seatVersion, String step, List<Long> people) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.CHOOSE;
        }
    }

    record Remind(int task) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.REMIND;
        }
    }

    record Suspend(int version, String reason) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.SUSPEND;
        }
    }

    record Resume(int version) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.RESUME;
        }
    }

    record Reopen(int version, String target, boolean straightBack, String reason) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.REOPEN;
        }
    }

    record Void(int version, String reason, @Nullable Long approvedBy) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.VOID;
        }
    }

    record Circulate(Set<Long> readers) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.CIRCULATE;
        }
    }

    record ConfirmReading() implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.CONFIRM_READING;
        }
    }

    record ExtendDeadline(LocalDate to, String basis) implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.EXTEND_DEADLINE;
        }
    }

    /** staff changed, a delegation began or ended, a limit passed */
    record Sweep() implements Command {
        @Override
        public RouteAct act() {
            return RouteAct.SWEEP;
        }
    }
}
