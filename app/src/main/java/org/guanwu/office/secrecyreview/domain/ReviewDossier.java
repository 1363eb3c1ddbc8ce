package org.guanwu.office.secrecyreview.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.structuredtext.Block;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.ReleaseStatus;
import org.guanwu.office.secrecyreview.domain.GateRules.GateAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that the page of a review shows, for one person. */
@Component
public class ReviewDossier {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final ReviewTasks tasks;
    private final Organization organization;

    ReviewDossier(ReviewRepository reviews, ReviewAccess access, ReviewTasks tasks, Organization organization) {
        this.reviews = reviews;
        this.access = access;
        this.tasks = tasks;
        this.organization = organization;
    }

    public View get(Actor actor, long reviewId) {
        Review review = visible(actor, reviewId);
        List<Finding> findings = reviews.listFindings(reviewId);
        List<ItemView> items = new ArrayList<>();
        int number = 0;
        for (ReviewItem item : reviews.listItems(reviewId)) {
            List<NumberedFinding> own = new ArrayList<>();
            for (Finding finding : findings) {
                if (finding.itemId() == item.id()) {
                    own.add(new NumberedFinding(++number, finding, suggestion(finding)));
                }
            }
            items.add(new ItemView(
                    item.id(),
                    item.kind().name(),
                    item.label(),
                    item.text() == null ? List.of() : paragraphs(item.text(), own),
                    item.facts(),
                    item.file(),
                    item.isCleaned(),
                    own.stream()
                            .anyMatch(f -> f.finding().kind().isCleanable()
                                    && !f.finding().isDecided()),
                    own));
        }
        return new View(
                review.id(),
                review.title(),
                review.url(),
                review.status(),
                review.lockVersion(),
                review.drafterName(),
                review.unitName(),
                ChinaTime.minute(review.openedAt()),
                review.round(),
                review.returnReason(),
                items,
                (int) findings.stream().filter(f -> !f.isDecided()).count(),
                reviews.listOpinions(reviewId).stream()
                        .map(o -> new OpinionView(
                                o.step().label(),
                                o.isPassed() ? "通过" : "退回",
                                o.unitName() + " " + o.personName(),
                                o.text(),
                                ChinaTime.minute(o.givenAt())))
                        .toList(),
                access.permitted(actor, review),
                tasks.candidates(review).stream()
                        .limit(5)
                        .flatMap(id -> organization.findPerson(id).stream())
                        .map(person -> person.unitName() + " " + person.name())
                        .toList());
    }

    public StoredFile file(Actor actor, long reviewId, long itemId) {
        visible(actor, reviewId);
        return reviews.listItems(reviewId).stream()
                .filter(item -> item.id() == itemId && item.file() != null)
                .findFirst()
                .map(ReviewItem::file)
                .orElseThrow(() -> new NotFound("file of review item " + itemId));
    }

    private Review visible(Actor actor, long reviewId) {
        Review review = reviews.find(reviewId).orElseThrow(() -> new NotFound("release-review " + reviewId));
        access.requireToSee(actor, review);
        return review;
    }

    private static List<Paragraph> paragraphs(StructuredText text, List<NumberedFinding> findings) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < text.blocks().size(); i++) {
            Block block = text.blocks().get(i);
            String plain = block.plainText();
            List<Segment> segments = new ArrayList<>();
            int at = 0;
            for (NumberedFinding numbered : findings) {
                Finding finding = numbered.finding();
                boolean isHere = finding.block() == i
                        && finding.decision() != Finding.Decision.REMOVED
                        && finding.start() >= at
                        && plain.startsWith(finding.found(), finding.start());
                if (isHere) {
                    segments.add(new Segment(plain.substring(at, finding.start()), 0));
                    segments.add(new Segment(finding.found(), numbered.number()));
                    at = finding.start() + finding.found().length();
                }
            }
            segments.add(new Segment(plain.substring(at), 0));
            paragraphs.add(new Paragraph(block instanceof Block.Heading || block instanceof Block.Title, segments));
        }
        return paragraphs;
    }

    private static String suggestion(Finding finding) {
        String found = finding.found();
        return switch (finding.kind()) {
            case ID_NUMBER ->
                found.length() < 15 ? "" : found.substring(0, 6) + "********" + found.substring(found.length() - 4);
            case MOBILE_NUMBER ->
                found.length() < 11 ? "" : found.substring(0, 3) + "****" + found.substring(found.length() - 4);
            case PERSON_NAME -> found.isEmpty() ? "" : found.charAt(0) + "某";
            case LANDLINE_NUMBER,
                    BANK_ACCOUNT,
                    PASSPORT_NUMBER,
                    EMAIL_ADDRESS,
                    SECRECY_MARKING,
                    TRACKED_CHANGES,
                    COMMENTS,
                    HIDDEN_TEXT,
                    HIDDEN_SHEET,
                    HIDDEN_ROWS,
                    HIDDEN_COLUMNS,
                    EMBEDDED_FILE,
                    EXTERNAL_LINK,
                    METADATA,
                    CUSTOM_DATA,
                    MACRO,
                    ANNOTATIONS,
                    REVISIONS,
                    HIDDEN_LAYER,
                    LOCATION,
                    UNREADABLE -> "";
        };
    }

    /** @param candidates who may take the present step, at most five */
    public record View(
            long id,
            String title,
            String url,
            ReleaseStatus status,
            int lockVersion,
            String drafterName,
            String unitName,
            String openedAt,
            int round,
            String returnReason,
            List<ItemView> items,
            int undecided,
            List<OpinionView> opinions,
            Set<GateAction> permitted,
            List<String> candidates) {

        public boolean mayDecide() {
            return permitted.contains(GateAction.DECIDE);
        }
    }

    public record ItemView(
            long id,
            String kind,
            String label,
            List<Paragraph> paragraphs,
            Map<String, String> facts,
            @Nullable StoredFile file,
            boolean isCleaned,
            boolean isCleanable,
            List<NumberedFinding> findings) {}

    public record NumberedFinding(int number, Finding finding, String suggestion) {}

    public record Paragraph(boolean isHeading, List<Segment> segments) {}

    /** @param finding its number, 0 for ordinary text */
    public record Segment(String text, int finding) {}

    public record OpinionView(String step, String outcome, String person, String text, String at) {}
}
