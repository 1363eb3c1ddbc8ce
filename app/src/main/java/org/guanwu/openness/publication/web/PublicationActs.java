package org.guanwu.openness.publication.web;

import java.time.LocalDate;
import java.util.Arrays;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.openness.publication.domain.ValidityMarking;
import org.guanwu.openness.publication.domain.ValidityMarking.Mark;
import org.guanwu.openness.publication.domain.Withdrawal;
import org.springframework.stereotype.Component;

/** What is done to a published item. */
@Component
record PublicationActs(Withdrawal withdrawal, ValidityMarking marking) {

    void withdraw(Actor actor, long id, String reason) {
        withdrawal.withdraw(actor, id, reason);
    }

    void mark(Actor actor, long id, String mark, String by, LocalDate from, String note) {
        Mark chosen = Arrays.stream(Mark.values())
                .filter(m -> m.name().equals(mark))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("mark", "请选择废止、部分废止、修改或者解读。"));
        marking.mark(actor, id, chosen, by, from, note);
    }
}
