package org.guanwu.openness.publication.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.guanwu.openness.publication.Validity;
import org.jspecify.annotations.Nullable;

/**
 * 有效性 follows from three dates and today; nobody types it. A repeal or an amendment that is announced for a later day
 * takes effect on that day by itself.
 */
record ValidityRule(
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate partlyRepealedOn,
        @Nullable LocalDate repealedOn) {

    Validity on(LocalDate today) {
        if (hasCome(repealedOn, today)) {
            return Validity.REPEALED;
        }
        if (effectiveOn != null && effectiveOn.isAfter(today)) {
            return Validity.NOT_YET_IN_FORCE;
        }
        return hasCome(partlyRepealedOn, today) ? Validity.PARTLY_IN_FORCE : Validity.IN_FORCE;
    }

    /** the next day on which {@link #on} may answer differently */
    Optional<LocalDate> nextChangeAfter(LocalDate today) {
        return Stream.of(
                        Optional.ofNullable(effectiveOn),
                        Optional.ofNullable(partlyRepealedOn),
                        Optional.ofNullable(repealedOn))
                .flatMap(Optional::stream)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo);
    }

    private static boolean hasCome(@Nullable LocalDate day, LocalDate today) {
        return day != null && !day.isAfter(today);
    }
}
