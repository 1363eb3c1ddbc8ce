package org.guanwu.openness.publication;

import java.time.LocalDate;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;

/** Publishing without a page: other systems, the demo, tests. The rules and the gate are those of the pages. */
public interface PublicationIntake {

    /** the publication made from this official document */
    Optional<Long> findByDocument(Matter document);

    /** 索引号; empty until it is published */
    Optional<String> findCatalogueNumber(long publicationId);

    /** 送审; the same again gives the same review */
    long submit(Actor editor, long publicationId);

    /** 更正: a new version of the text, sent to the gate with its public note; returns the review */
    long correct(Actor editor, long publicationId, String text, String publicNote);

    void withdraw(Actor approver, long publicationId, String publicReason);

    /** marks it as repealed by the published item with that catalogue number */
    void repeal(Actor approver, long publicationId, String byCatalogueNumber, LocalDate from, String note);
}
