package org.guanwu.office.secrecyreview.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.domain.Finding.Decision;
import org.guanwu.office.secrecyreview.domain.GateRules.GateAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 处理发现: let it stand with a reason, or take it out with a reason. The ledger learns the kind, never what was found. */
@Component
public class FindingDecision {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final LeakCheck checks;
    private final FileStore files;
    private final Ledger ledger;
    private final Clock clock;

    FindingDecision(
            ReviewRepository reviews,
            ReviewAccess access,
            LeakCheck checks,
            FileStore files,
            Ledger ledger,
            Clock clock) {
        this.reviews = reviews;
        this.access = access;
        this.checks = checks;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** the same decision again changes nothing */
    @Transactional
    public void accept(Actor actor, long reviewId, long findingId, String reason) {
        Review review = reviews.lock(reviewId);
        access.require(actor, review, GateAction.DECIDE);
        Finding finding = finding(reviewId, findingId);
        if (!finding.kind().isAcceptable()) {
            throw new Refusal(
                    "secrecyreview.not-acceptable",
                    "“" + finding.kind().label() + "”不能保留。" + finding.kind().advice() + "。");
        }
        refuseIfRemoved(finding);
        String why = required(reason);
        if (finding.decision() == Decision.ACCEPTED && finding.reason().equals(why)) {
            return;
        }
        reviews.decide(findingId, Decision.ACCEPTED, why, null, actor, clock.instant());
        reviews.touch(reviewId);
        record(actor, review, "secrecyreview.finding-accepted", finding, why);
    }

    /** takes the found place out of a text and puts {@code replacement}, which may be empty, into its stead */
    @Transactional
    public void remove(Actor actor, long reviewId, long findingId, String replacement, String reason) {
        Review review = reviews.lock(reviewId);
        access.require(actor, review, GateAction.DECIDE);
        Finding finding = finding(reviewId, findingId);
        if (finding.decision() == Decision.REMOVED) {
            return;
        }
        String why = required(reason);
        if (replacement.length() > 200) {
            throw new InvalidInput("replacement", "替换的文字不超过 200 字。");
        }
        ReviewItem item = item(reviewId, finding.itemId());
        if (item.text() == null) {
            throw new Refusal(
                    "secrecyreview.not-a-text",
                    item.kind() == ReviewItem.Kind.FILE ? "文件中的内容请上传清除后的文件，或者自动清除。" : "目录信息请退回，由起草人修改。");
        }
        try {
            var cleaned =
                    new TextRemoval(finding.start(), finding.found(), replacement).in(item.text(), finding.block());
            reviews.replaceText(item.id(), cleaned);
        } catch (IllegalArgumentException changed) {
            throw new Refusal("secrecyreview.text-changed", "这一处的文字已经变化，请刷新后再处理。");
        }
        reviews.shiftFindings(
                item.id(),
                finding.block(),
                finding.start(),
                replacement.length() - finding.found().length());
        reviews.decide(findingId, Decision.REMOVED, why, replacement, actor, clock.instant());
        reviews.touch(reviewId);
        record(actor, review, "secrecyreview.finding-removed", finding, why);
    }

    /** a file that somebody has cleaned takes the place of the one that was sent in */
    @Transactional
    public void replaceFile(
            Actor actor, long reviewId, long itemId, InputStream content, String fileName, String reason) {
        Review review = reviews.lock(reviewId);
        access.require(actor, review, GateAction.DECIDE);
        ReviewItem item = fileItem(reviewId, itemId);
        String why = required(reason);
        StoredFile cleaned = files.store(
                content, fileName, UploadPolicy.attachment("file"), text -> checks.refuseMarked("file", text));
        replace(actor, review, item, cleaned, why);
    }

    /** properties, comments, annotations, camera data, older saves: what can be cut out without touching the content */
    @Transactional
    public void clean(Actor actor, long reviewId, long itemId) {
        Review review = reviews.lock(reviewId);
        access.require(actor, review, GateAction.DECIDE);
        ReviewItem item = fileItem(reviewId, itemId);
        StoredFile file = stored(item);
        try {
            byte[] cleaned = FileCleaning.clean(checks.read(file), file.mediaType());
            StoredFile replacement =
                    files.store(new ByteArrayInputStream(cleaned), file.fileName(), UploadPolicy.attachment("file"));
            if (!replacement.digest().equals(file.digest())) {
                replace(actor, review, item, replacement, "自动清除文件属性、批注等不属于正文的内容");
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException cannot) {
            throw new Refusal("secrecyreview.cannot-clean", "这个文件不能自动清除（可能已签名或损坏），请上传清除后的文件。");
        }
    }

    private void replace(Actor actor, Review review, ReviewItem item, StoredFile replacement, String reason) {
        List<Finding> before = reviews.listFindings(review.id()).stream()
                .filter(f -> f.itemId() == item.id())
                .toList();
        List<Leak> now = checks.inFile(replacement);
        for (Finding finding : before) {
            boolean isStillThere = now.stream().anyMatch(leak -> isSame(finding, leak));
            if (!isStillThere && finding.decision() != Decision.REMOVED) {
                reviews.decide(finding.id(), Decision.REMOVED, reason, null, actor, clock.instant());
            }
        }
        for (Leak leak : now) {
            boolean isKnown = before.stream().anyMatch(f -> isSame(f, leak) && f.decision() != Decision.REMOVED);
            if (!isKnown) {
                reviews.insertFinding(review.id(), item.id(), leak);
            }
        }
        reviews.replaceFile(item.id(), replacement);
        reviews.touch(review.id());
        ledger.record(Act.by(
                actor,
                "secrecyreview.file-replaced",
                review.matter(),
                Map.of("item", String.valueOf(item.id()), "digest", replacement.digest(), "reason", reason)));
    }

    private static boolean isSame(Finding finding, Leak leak) {
        return finding.kind() == leak.kind() && finding.found().equals(leak.found());
    }

    private Finding finding(long reviewId, long findingId) {
        return reviews.listFindings(reviewId).stream()
                .filter(f -> f.id() == findingId)
                .findFirst()
                .orElseThrow(() -> new NotFound("finding " + findingId));
    }

    private ReviewItem item(long reviewId, long itemId) {
        return reviews.listItems(reviewId).stream()
                .filter(i -> i.id() == itemId)
                .findFirst()
                .orElseThrow(() -> new NotFound("review item " + itemId));
    }

    private ReviewItem fileItem(long reviewId, long itemId) {
        ReviewItem item = item(reviewId, itemId);
        if (item.file() == null) {
            throw new NotFound("file of review item " + itemId);
        }
        return item;
    }

    private static StoredFile stored(ReviewItem item) {
        if (item.file() == null) {
            throw new NotFound("file of review item " + item.id());
        }
        return item.file();
    }

    private static void refuseIfRemoved(Finding finding) {
        if (finding.decision() == Decision.REMOVED) {
            throw new Refusal("secrecyreview.already-removed", "这一处已经清除，不能再改为保留。");
        }
    }

    private static String required(String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new InvalidInput("reason", "写明理由，例如“公开办公电话”。");
        }
        if (why.length() > 500) {
            throw new InvalidInput("reason", "理由不超过 500 字。");
        }
        return why;
    }

    private void record(Actor actor, Review review, String act, Finding finding, String reason) {
        ledger.record(Act.by(
                actor,
                act,
                review.matter(),
                Map.of(
                        "finding",
                        String.valueOf(finding.id()),
                        "kind",
                        finding.kind().name(),
                        "reason",
                        reason)));
    }
}
