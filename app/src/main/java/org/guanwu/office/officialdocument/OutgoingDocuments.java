package org.guanwu.office.officialdocument;

import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;

/**
 * What other modules may know about outgoing documents. Rights are not checked here: the caller is another module of
 * the house that acts on a document it was told of, not a person at a screen.
 */
public interface OutgoingDocuments {

    /** empty for a draft, a document under way or a void one */
    Optional<IssuedDocument> findIssued(OutgoingDocumentId id);

    /**
     * Issued documents that this person may see, newest first, for choosing the one that is repealed, amended or
     * explained.
     *
     * @param text part of the title or of the number; empty for all
     */
    List<DocumentIssued> listIssued(Actor actor, String text, int limit);
}
