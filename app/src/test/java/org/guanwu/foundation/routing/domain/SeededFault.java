package org.guanwu.foundation.routing.domain;

import java.util.List;

/** Faults that somebody could write into the rules, each a change of one place or two. */
enum SeededFault {
    NO_SEPARATION_AT_THE_ACT(86, change("Entitlement", "refuseIf(!isEntitled(task), RefusalReason.NOT_ENTITLED);", "")),
    ONE_SIDED_SEPARATION(
            131,
            change(
                    "Entitlement",
                    "if (!opinion.step().equals(step) && route.counts(opinion)",
                    "if (!opinion.step().equals(step) && proceeding.outline().order(opinion.step(), step) <= 0"
                            + " && route.counts(opinion)")),
    GREEDY_POOLS(change("Allotment", "if (!held.contains(seat.no())) { find(seat.no(), new HashSet<>()); }", "")),
    DEEMS_A_VACANT_SEAT(
            change("Silence", "if (asked.isEmpty() || !hasRunOut(spec, seat)) { continue; }", ""),
            change("Silence", "asked.getLast().principal()", "asked.isEmpty() ? 0 : asked.getLast().principal()")),
    DEEMS_WITHOUT_NOTICE(change("Silence", "asked.isEmpty() || !hasRunOut(spec, seat)", "asked.isEmpty()")),
    RETURN_LEAVES_PARALLEL_TASKS(
            change("Returning", "else if (i <= last && !straightBack)", "else if (i < last && !straightBack)")),
    HALT_IS_NOT_NESTED(
            change(
                    "Returning",
                    "for (String inner : proceeding.outline().inside(key)) { if",
                    "for (String inner : java.util.List.<String>of()) { if"),
            change("Reconciliation", "proceeding.route().isRunning(spec.key())", stepIsActive())),
    RESUME_FORGETS_LANES(change(
            "Progress",
            "runLanes(step.key(), byTask); }",
            "if (step.status() == WAITING) { runLanes(step.key(), byTask); } }")),
    WITHDRAWN_AFTER_OPENING(
            468,
            change("Withdrawing", "refuseIf(started.stream().anyMatch(Step::isTouched), RefusalReason.OPENED);", "")),
    WITHDRAWAL_LEAVES_JOINT_STEP_DONE(change(
            "Withdrawing",
            "finished.forEach(other -> proceeding.emit(new RouteEvent.StepUncompleted(other.key())));",
            "")),
    REMOVAL_DOES_NOT_ADVANCE(change("Signers", "progress.completeIfFinished(command.step(), 0);", "")),
    TEXT_RULE_OFF(
            232,
            change(
                    "Acting",
                    "refuseIf(proceeding.route().outdatedBefore(task.step()) != null, RefusalReason.SIGN_AGAIN_FIRST);",
                    "")),
    NUMBER_EACH_ROUND(change(
            "Progress",
            "!proceeding.spec(key).assignsNumber() || proceeding.route().number() != null",
            "!proceeding.spec(key).assignsNumber()")),
    NUMBER_ONLY_ON_APPROVAL(1376, change("Progress", "assignNumber(key);", "if (byTask != 0) { assignNumber(key); }")),
    RETURN_IGNORES_THE_VERSION(change(
            "Returning",
            "RouteTask task = entitlement.task(command.task(), true); proceeding.requireVersion(command.version());",
            "RouteTask task = entitlement.task(command.task(), true);")),
    WITHDRAWAL_IGNORES_OTHERS(change("Withdrawing", "requireLineStands(task);", "")),
    NAME_NOT_CHECKED(change(
            "Entitlement",
            "|| pool(task.step(), seat).contains(holder)",
            "|| pool(task.step(), seat).stream().anyMatch(h -> h.person() == task.person())")),
    PARKED_SEAT_IS_NOT_KEPT(change(
            "Signers", "proceeding.emit(new RouteEvent.SeatPinned(task.step(), task.seat(), task.principal()));", "")),
    PIN_NEVER_WIDENS(change("Allotment", "widenPinnedSeats(); spareMembers();", "spareMembers();")),
    EMPTY_STEP_IS_SKIPPED(
            change(
                    "Progress",
                    "var people = proceeding.attendance().people(place.assignees());",
                    "var people = proceeding.attendance().people(place.assignees()); if (people.isEmpty()) continue;"),
            change(
                    "Progress",
                    "dueFromNow(proceeding.spec(key)))); }",
                    "dueFromNow(proceeding.spec(key)))); completeIfFinished(key, byTask); }")),
    STEP_BY_STEP_KEEPS_COMPLETED(
            change("Returning", "else if (i <= last && !straightBack)", "else if (i == last && !straightBack)")),
    NO_RECONCILIATION_ON_RESUME(change(
            "Decider",
            "new Reconciliation(proceeding, entitlement).reconcile();",
            "if (proceeding.entries().stream().noneMatch(e -> e.event() instanceof RouteEvent.RouteResumed))"
                    + " { new Reconciliation(proceeding, entitlement).reconcile(); }")),
    SAME_PERSON_ON_TWO_SEATS(
            change(
                    "Entitlement",
                    "proceeding.route().counting(step).forEach(opinion -> addNames(opinion, people));",
                    ""),
            change("Progress", "people.size() == 1 && !single.add(people.iterator().next())", "false")),
    // beyond the model
    REMINDED_AS_OFTEN_AS_LIKED(
            254, change("Stewardship", "refuseIf(today.equals(task.remindedOn()), RefusalReason.REMINDED_TODAY);", "")),
    CHOICE_IS_FORGOTTEN(change(
            "Progress",
            "List<Long> chosen = choice == null ? List.of() : choice.people();",
            "List<Long> chosen = List.of();"));

    record Change(String type, String from, String to) {}

    private final long knownSeed;
    private final List<Change> changes;

    SeededFault(Change... changes) {
        this(1, changes);
    }

    /** @param knownSeed a sequence that finds it, where the search is long */
    SeededFault(long knownSeed, Change... changes) {
        this.knownSeed = knownSeed;
        this.changes = List.of(changes);
    }

    private static Change change(String type, String from, String to) {
        return new Change(type, from, to);
    }

    private static String stepIsActive() {
        return "proceeding.step(spec.key()).status() == org.guanwu.foundation.routing.StepStatus.ACTIVE";
    }

    long knownSeed() {
        return knownSeed;
    }

    List<Change> changes() {
        return changes;
    }
}
