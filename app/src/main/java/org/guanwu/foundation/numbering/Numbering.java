package org.guanwu.foundation.numbering;

import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;

/**
 * Numbers are given after signing and final check, gapless per authority code and year, also under concurrency: the
 * counter row is locked last and freed by the commit of the act that needed the number.
 */
public interface Numbering {

    /**
     * The next number for the matter; a matter that has one gets the same one again.
     *
     * @throws org.guanwu.foundation.shared.Refusal when the code is unknown or closed
     */
    DocumentNumber assign(String authorityCode, int year, Matter matter);

    Optional<DocumentNumber> find(Matter matter);

    /**
     * The number stays in the register as void, with the reason; it is never given again, and its matter gets no other
     * one. Voiding twice is harmless. Needs NUMBER_VOID or DOCUMENT_VOID in the unit of the number's rule.
     *
     * @param approver name of who approved it; the actor himself where the act is his own to decide
     */
    void voidNumber(Actor actor, DocumentNumber number, String reason, String approver);

    /**
     * Enters the number of a document issued before this system counted, so that the gap register can tell it from a
     * missing one. The same number for the same matter again is harmless.
     *
     * @throws org.guanwu.foundation.shared.Refusal when this system gave the number, or another matter has it
     */
    void admitHistorical(Actor actor, DocumentNumber number, Matter matter);

    /** the actor approves himself */
    default void voidNumber(Actor actor, DocumentNumber number, String reason) {
        voidNumber(actor, number, reason, actor.name());
    }
}
