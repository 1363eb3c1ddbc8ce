package org.guanwu.foundation.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * 路线与意见, as one person sees it now: everything a matter's page needs, names resolved.
 *
 * @param url page of the matter
 * @param number as written, 云关办发〔2026〕12号
 * @param mine the actor's open task; the older one when he has two
 * @param refusals for each act of the actor that is not possible now: why; acts not listed are possible
 */
public record RouteView(
        long routeId,
        Matter matter,
        String title,
        String url,
        String templateName,
        int templateRevision,
        RouteStatus status,
        boolean isUnattended,
        int version,
        int contentVersion,
        @Nullable String number,
        long drafterId,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate dueOn,
        List<StepView> steps,
        List<String> leftOut,
        List<ReadingView> readings,
        @Nullable MyTask mine,
        @Nullable Integer withdrawableTask,
        Map<RouteAct, String> refusals,
        boolean isAdministrator) {

    public boolean may(RouteAct act) {
        return !refusals.containsKey(act);
    }

    /** the steps that run now, also inside joint steps; more than one only in a joint issue */
    public List<StepView> running() {
        return flat(steps).stream()
                .filter(s -> s.isRunning() && s.lanes().isEmpty())
                .toList();
    }

    public Optional<StepView> findStep(String key) {
        return flat(steps).stream().filter(s -> s.key().equals(key)).findFirst();
    }

    private static List<StepView> flat(List<StepView> steps) {
        return steps.stream()
                .<StepView>mapMulti((step, out) -> {
                    out.accept(step);
                    step.lanes().forEach(lane -> flat(lane.steps()).forEach(out));
                })
                .toList();
    }

    /**
     * @param isRunning ACTIVE with every enclosing joint step
     * @param isOutdated signed, but on a text that has changed in substance since
     * @param expected who would get it now; only for steps not yet reached
     */
    public record StepView(
            String key,
            String name,
            StepKind kind,
            StepMode mode,
            StepStatus status,
            boolean isRunning,
            boolean isOutdated,
            int round,
            @Nullable Instant dueAt,
            List<SeatView> seats,
            List<OpinionView> earlierOpinions,
            List<ForecastStep.NextPerson> expected,
            List<LaneView> lanes) {

        public long doneSeats() {
            return seats.stream().filter(SeatView::isDone).count();
        }
    }

    public record LaneView(String key, String name, List<StepView> steps) {}

    /**
     * @param isCurrent it is this seat's turn
     * @param isVacant current, and nobody holds it
     * @param addedBy name of who added the signer, null for a seat of the template
     * @param mayRemove the actor may take it out (减签)
     */
    public record SeatView(
            int seatNo,
            boolean isDone,
            boolean isCurrent,
            boolean isVacant,
            @Nullable String addedBy,
            boolean mayRemove,
            List<HolderView> holders,
            List<String> candidates,
            @Nullable OpinionView opinion) {}

    /** @param principalName null when he acts for himself */
    public record HolderView(
            int taskNo,
            long personId,
            String name,
            String unitName,
            String jobTitle,
            @Nullable String principalName,
            boolean isMe,
            TaskNature nature,
            Instant arrivedAt,
            @Nullable Instant openedAt) {}

    /**
     * @param name empty when silence spoke
     * @param struck why it no longer counts: 已重新办理、已撤回、已清除…; null while it counts
     */
    public record OpinionView(
            int opinionNo,
            String name,
            String unitName,
            @Nullable String principalName,
            OpinionKind kind,
            String text,
            Instant at,
            int contentVersion,
            @Nullable String struck) {}

    public record ReadingView(
            int readingNo,
            long readerId,
            String name,
            boolean isMe,
            Instant sentAt,
            @Nullable Instant confirmedAt) {}

    /**
     * 我的办理.
     *
     * @param principalName in whose name, null for the own
     * @param next who gets it after approving, computed by trying; empty when the route would close
     * @param closes approving ends the route
     * @param returnTargets steps it can be returned to, nearest first
     * @param choices steps for which this person has to choose people before approving
     * @param vacantSeats for DISPATCH: seats that need a name
     * @param blocked why approving is refused now (签发后正文有实质性修改…), null when it is possible
     */
    public record MyTask(
            int taskNo,
            String stepKey,
            String stepName,
            StepKind kind,
            TaskNature nature,
            int seatNo,
            int seatVersion,
            @Nullable String principalName,
            boolean mayEdit,
            List<ForecastStep> next,
            boolean closes,
            List<ReturnTarget> returnTargets,
            List<ChoiceView> choices,
            List<Integer> vacantSeats,
            @Nullable String blocked) {}

    /**
     * @param seatNo 0 for the whole step
     * @param preselectsStraightBack a return out of a joint issue would reset every authority's work
     * @param affected authorities whose work stops
     */
    public record ReturnTarget(
            String stepKey,
            int seatNo,
            String name,
            String people,
            boolean preselectsStraightBack,
            List<String> affected) {}

    public record ChoiceView(String stepKey, String stepName, StepMode mode, List<Long> chosen) {}
}
