package org.guanwu.office.officialdocument.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.guanwu.foundation.workingday.LegalClocks;
import org.guanwu.foundation.workingday.LegalClocks.ClockView;
import org.guanwu.foundation.workingday.LegalClocks.State;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.springframework.stereotype.Component;

/**
 * 政府信息公开条例第二十六条: 属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开. For a document that day is the day
 * of its signature.
 */
@Component
public class PublicationClock {

    public static final String LIMIT = "publication.proactive";

    private final LegalClocks clocks;

    PublicationClock(LegalClocks clocks) {
        this.clocks = clocks;
    }

    /**
     * Signing again after a change of substance makes the document anew: the days count from the new date. In between
     * the clock runs on, so that a returned document never looks as if there were no duty. A clock that publication has
     * stopped stays stopped: what was published is corrected there.
     */
    void start(OutgoingDocument document) {
        var signature = document.signature();
        if (signature == null) {
            return;
        }
        if (document.content().attribute() != DisclosureAttribute.PROACTIVE) {
            stop(document, signature.documentDate());
            return;
        }
        LocalDate on = signature.documentDate();
        Optional<ClockView> running = clocks.find(document.id().matter(), LIMIT);
        if (running.isEmpty()) {
            clocks.start(document.id().matter(), LIMIT, on);
            clocks.label(document.id().matter(), document.content().title());
        } else if (running.get().state() == State.RUNNING
                && !running.get().startedOn().equals(on)) {
            clocks.restart(document.id().matter(), LIMIT, on, "重新签发");
        }
    }

    /** the document is void or no longer to be published on the authority's own motion */
    void stop(OutgoingDocument document, LocalDate on) {
        clocks.find(document.id().matter(), LIMIT)
                .filter(clock -> clock.state() != State.STOPPED)
                .ifPresent(_ -> clocks.stop(document.id().matter(), LIMIT, on));
    }

    public Optional<ClockView> find(OutgoingDocument document) {
        return clocks.find(document.id().matter(), LIMIT);
    }
}
