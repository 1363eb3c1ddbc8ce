package org.guanwu.office.officialdocument.domain;

import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.stereotype.Component;

/** Each act goes to the ledger for everybody's proof and to the document's own 办理记录 for its readers. */
@Component
class Recording {

    private final Ledger ledger;
    private final DocumentHistory history;
    private final Organization organization;

    Recording(Ledger ledger, DocumentHistory history, Organization organization) {
        this.ledger = ledger;
        this.history = history;
        this.organization = organization;
    }

    /** @param code kebab-case, without the module */
    void record(
            Actor actor, OutgoingDocumentId id, String code, String label, String note, Map<String, String> details) {
        ledger.record(Act.by(actor, "officialdocument." + code, id.matter(), details));
        history.note(id, actor.personId(), actor.name(), label, note);
    }

    /** to the ledger alone: 自动保存 would drown the record that people read */
    void recordQuietly(Actor actor, OutgoingDocumentId id, String code, Map<String, String> details) {
        ledger.record(Act.by(actor, "officialdocument." + code, id.matter(), details));
    }

    /** an act that reached the document through its route; the route has recorded where it came from */
    void recordFromRoute(
            long personId,
            long principalId,
            OutgoingDocumentId id,
            String code,
            String label,
            String note,
            Map<String, String> details) {
        var person = organization.getPerson(personId);
        ledger.record(new Act(
                personId,
                person.name(),
                principalId,
                person.unitId(),
                person.unitName(),
                "officialdocument." + code,
                id.matter(),
                null,
                null,
                "",
                details));
        history.note(id, personId, person.name(), label, note);
    }

    void recordBySystem(OutgoingDocumentId id, String code, String label, String note, Map<String, String> details) {
        ledger.record(Act.bySystem("officialdocument." + code, id.matter(), details));
        history.note(id, null, "系统", label, note);
    }
}
