package org.guanwu.openness.publication.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.office.secrecyreview.ReleaseReviews;
import org.guanwu.openness.publication.PublishedItem;
import org.guanwu.openness.publication.PublishedItem.Note;
import org.guanwu.openness.publication.PublishedItem.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that the page of an item shows, for one person. */
@Component
public class PublicationDossier {

    private final ItemRepository items;
    private final PublishedItemReader reader;
    private final ReleaseReviews gate;

    PublicationDossier(ItemRepository items, PublishedItemReader reader, ReleaseReviews gate) {
        this.items = items;
        this.reader = reader;
        this.gate = gate;
    }

    public View get(Actor actor, long id) {
        Item item = items.find(id).orElseThrow(() -> new NotFound("publication " + id));
        PublicationAccess.requireToSee(actor, item);
        int shown = item.draftVersion() != null ? item.draftVersion() : Math.max(1, item.currentVersion());
        Version version = items.getVersion(id, shown);
        Optional<PublishedItem> published =
                Optional.ofNullable(item.catalogueNumber()).flatMap(reader::find);
        boolean isDraft = item.draftVersion() != null && version.state() == Version.State.DRAFT;
        boolean mayEdit = actor.may(Permission.PUBLICATION_EDIT, item.unitPath());
        boolean mayRelease = actor.may(Permission.PUBLICATION_RELEASE, item.unitPath());
        boolean isPublished = item.status() == Item.Status.PUBLISHED;
        return new View(
                id,
                item.status().label(),
                item.catalogueNumber(),
                item.unitName(),
                item.lockVersion(),
                version.number(),
                version.state() == Version.State.IN_REVIEW,
                new DraftForm(
                        version.title(),
                        version.documentNumber(),
                        item.issuingAuthority(),
                        item.topic(),
                        item.type(),
                        item.section(),
                        item.documentDate(),
                        item.effectiveOn(),
                        version.summary(),
                        version.text().toPlainText(),
                        version.attachments(),
                        version.publicNote()),
                version.text().toHtml(),
                item.publishedOn(),
                published.map(p -> p.validity().label()).orElse("未公开"),
                published.map(PublishedItem::withdrawnReason).orElse(null),
                published.map(PublishedItem::notes).orElse(List.of()),
                published.map(PublishedItem::relations).orElse(List.of()),
                gate.findLatest(item.matter()).orElse(null),
                item.source() == Item.Source.OFFICIAL_DOCUMENT && item.currentVersion() == 0,
                isDraft && mayEdit,
                item.draftVersion() != null && version.state() == Version.State.IN_REVIEW && mayEdit,
                isPublished && item.draftVersion() == null && mayEdit,
                isPublished && mayRelease);
    }

    public StoredFile attachment(Actor actor, long id, String digest) {
        List<StoredFile> files = get(actor, id).form().attachments();
        return (files == null ? List.<StoredFile>of() : files)
                .stream()
                        .filter(file -> file.digest().equals(digest))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("attachment " + digest));
    }

    /**
     * @param isSigned the text of an official document is what was signed and is not edited here
     * @param mayAct may withdraw and mark
     */
    public record View(
            long id,
            String status,
            @Nullable String catalogueNumber,
            String unitName,
            int lockVersion,
            int version,
            boolean isInReview,
            DraftForm form,
            String html,
            @Nullable LocalDate publishedOn,
            String validity,
            @Nullable String withdrawnReason,
            List<Note> notes,
            List<Relation> relations,
            ReleaseReviews.@Nullable Summary review,
            boolean isSigned,
            boolean mayEdit,
            boolean mayTakeBack,
            boolean mayCorrect,
            boolean mayAct) {

        public boolean isCorrection() {
            return catalogueNumber != null;
        }
    }
}
