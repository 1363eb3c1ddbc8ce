package org.guanwu.foundation.routing;

import java.util.List;

/**
 * 试走: one step with the people who would get it now.
 *
 * @param note why it is left out, or that nobody holds it; empty when all is well
 */
public record ForecastStep(
        String key,
        String name,
        StepKind kind,
        StepMode mode,
        List<NextPerson> people,
        boolean isLeftOut,
        String note) {

    public ForecastStep {
        people = List.copyOf(people);
    }

    /**
     * @param note presence in words: 在岗; 李某外出，由吴某代办
     * @param isDispatcher gets it only to name somebody
     */
    public record NextPerson(
            long personId, String name, String unitName, String jobTitle, String note, boolean isDispatcher) {}
}
