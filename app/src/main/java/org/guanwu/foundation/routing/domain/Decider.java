package org.guanwu.foundation.routing.domain;

import java.util.List;

/** decide(state, command, circumstances) → events or one refusal. Pure, and the only writer of events. */
final class Decider {

    private final Proceeding proceeding;
    private final Entitlement entitlement;
    private final Progress progress;
    private final Acting acting;
    private final Signers signers;
    private final Returning returning;

    private Decider(Proceeding proceeding) {
        this.proceeding = proceeding;
        entitlement = new Entitlement(proceeding);
        progress = new Progress(proceeding);
        acting = new Acting(proceeding, entitlement, progress);
        signers = new Signers(proceeding, entitlement, acting, progress);
        returning = new Returning(proceeding, entitlement, acting, progress);
    }

    static Decision start(RouteEvent.RouteStarted started, Circumstances circumstances) {
        var decider = new Decider(new Proceeding(null, Caller.holder(started.drafter()), circumstances));
        decider.proceeding.emit(started);
        decider.progress.advance(decider.proceeding.outline().main(), 0);
        return decider.conclude();
    }

    static Decision decide(Route route, Caller caller, Command command, Circumstances circumstances) {
        var decider = new Decider(new Proceeding(route, caller, circumstances));
        try {
            decider.execute(command);
            return decider.conclude();
        } catch (Proceeding.Refused refused) {
            return new Decision(List.of(), route, refused.reason());
        }
    }

    private Decision conclude() {
        new Reconciliation(proceeding, entitlement).reconcile();
        return new Decision(proceeding.entries(), proceeding.route(), null);
    }

    private void execute(Command command) {
        var withdrawing = new Withdrawing(proceeding, entitlement);
        var stewardship = new Stewardship(proceeding);
        switch (command) {
            case Command.Open c -> acting.open(c);
            case Command.Approve c -> acting.approve(c);
            case Command.Edit c -> acting.edit(c);
            case Command.Choose c -> acting.choose(c);
            case Command.Return c -> returning.returnTo(c);
            case Command.Reopen c -> returning.reopen(c);
            case Command.Withdraw c -> withdrawing.withdraw(c);
            case Command.Transfer c -> signers.transfer(c);
            case Command.AddSigner c -> signers.add(c);
            case Command.RemoveSigner c -> signers.remove(c);
            case Command.Dispatch c -> signers.dispatch(c);
            case Command.Reassign c -> signers.reassign(c);
            case Command.Remind c -> stewardship.remind(c);
            case Command.Suspend c -> stewardship.suspend(c);
            case Command.Resume c -> stewardship.resume(c);
            case Command.Void c -> stewardship.voidRoute(c);
            case Command.Circulate c -> stewardship.circulate(c);
            case Command.ConfirmReading _ -> stewardship.confirmReading();
            case Command.ExtendDeadline c -> stewardship.extendDeadline(c);
            case Command.Sweep _ -> new Silence(proceeding, progress).sweep();
        }
    }
}
