package org.guanwu.office.officialdocument.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.SearchIntake;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 印发: the end of the route makes the document valid, findable for those who may see it, and known to other modules. */
@Component
class Issuing {

    private static final String SEARCH_KIND = "OFFICE_DOCUMENT";

    private final OutgoingDocumentRepository documents;
    private final SearchIntake search;
    private final Recording recording;
    private final ApplicationEventPublisher events;

    Issuing(
            OutgoingDocumentRepository documents,
            SearchIntake search,
            Recording recording,
            ApplicationEventPublisher events) {
        this.documents = documents;
        this.search = search;
        this.recording = recording;
        this.events = events;
    }

    void issue(OutgoingDocument document, Instant at) {
        document.issue(at);
        documents.update(document);
        DocumentNumber number = document.number();
        String written = number == null ? "" : number.toString();
        recording.recordBySystem(
                document.id(),
                "issued",
                "印发",
                written,
                Map.of("number", written, "digest", document.content().digest()));
        search.put(entry(document, written));
        events.publishEvent(IssuedFacts.of(document));
    }

    /** an issued document that is reopened or void is no longer found as one in force */
    void recall(OutgoingDocument document) {
        search.remove(key(document.id()));
    }

    private SearchEntry entry(OutgoingDocument document, String number) {
        DraftContent content = document.content();
        var origin = document.origin();
        var signature = document.signature();
        return new SearchEntry(
                key(document.id()),
                SEARCH_KIND,
                "/office/outgoing-documents/" + document.id(),
                content.title(),
                number,
                null,
                content.summary() + "\n" + content.text().toPlainText(),
                origin.unitId(),
                origin.unitName(),
                content.topic().name(),
                content.type().name(),
                signature == null ? null : signature.documentDate(),
                null,
                null,
                readers(document));
    }

    private Set<String> readers(OutgoingDocument document) {
        var readers = new HashSet<String>();
        readers.add(SearchEntry.UNIT + document.origin().unitPath());
        readers.add("person:" + document.origin().drafterId());
        documents.listParticipants(document.id()).forEach(person -> readers.add("person:" + person));
        return readers;
    }

    private static String key(OutgoingDocumentId id) {
        return OutgoingDocumentId.MATTER_TYPE + ":" + id;
    }
}
