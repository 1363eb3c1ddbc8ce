package org.guanwu.office.officialdocument.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Post;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.organization.UnitLevel;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 公文条例第二十二条: 公文应当经本机关负责人审批签发；重要公文和上行文由机关主要负责人签发. A deputy who signs in the head's name
 * (党委、政府的办公厅（室）根据授权签发) signs for the head: the name counts, not the hand.
 */
@Component
class SignatoryRule {

    private final Organization organization;
    private final OfficialDocumentSettings settings;
    private final Clock clock;

    SignatoryRule(Organization organization, OfficialDocumentSettings settings, Clock clock) {
        this.organization = organization;
        this.settings = settings;
        this.clock = clock;
    }

    /** An authority that has no post of such a name has not been told who its head is; then the route alone decides. */
    void require(OutgoingDocument document, long principalId) {
        if (!document.content().isSignedByHead()) {
            return;
        }
        long authorityId = document.origin().authorityId();
        LocalDate today = ChinaTime.dateOf(clock.instant());
        boolean isHead = organization.listPostsOf(principalId, today).stream().anyMatch(isHeadOf(authorityId));
        if (!isHead && hasHeadPost(authorityId, today)) {
            throw new Refusal(
                    "officialdocument.wrong-signatory",
                    "上行文和重要公文由机关主要负责人签发（公文条例第二十二条）；请转" + String.join("或", settings.headPosts()) + "签发。");
        }
    }

    private boolean hasHeadPost(long authorityId, LocalDate on) {
        return organization.listSubtree(authorityId, on).stream()
                .filter(unit -> authorityOf(unit) == authorityId)
                .flatMap(unit -> organization.listPosts(unit.id()).stream())
                .filter(post -> settings.headPosts().contains(post.name()))
                .anyMatch(post -> !organization.listHolders(post.id(), on).isEmpty());
    }

    private Predicate<Post> isHeadOf(long authorityId) {
        List<String> heads = settings.headPosts();
        return post -> heads.contains(post.name()) && authorityOf(organization.getUnit(post.unitId())) == authorityId;
    }

    private long authorityOf(Unit unit) {
        Unit at = unit;
        while (at.level() != UnitLevel.AUTHORITY && at.parentId() != null) {
            at = organization.getUnit(at.parentId());
        }
        return at.id();
    }
}
