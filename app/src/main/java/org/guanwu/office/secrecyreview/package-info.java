/**
 * 公开前审查: the one gate through which everything passes before it leaves the house.
 *
 * <p>Law: 保守国家秘密法第三十五条 and 实施条例第四十二条 (先审查、后公开，逐项审查), 政府信息公开条例第十七条; the three steps
 * 初审、复审、批准 of the customs review rules. This is a non-classified system: a secrecy marking can never be accepted
 * here, such a text can only be returned.
 *
 * <p>A review goes 初审 → 复审 → 批准 → 已批准, or from any step to 已退回; its owner may give it up before that. Each
 * step is done by another person than the drafter and than the steps before, which the database enforces too. What the
 * automatic checks find in the texts and files waits for a decision: accepted with a reason, or removed with a reason.
 *
 * <p>Publishes {@link org.guanwu.office.secrecyreview.ReleaseApproved} and
 * {@link org.guanwu.office.secrecyreview.ReleaseReturned}, each in the transaction of the act.
 *
 * <p>Never: lets an undecided finding through; changes a decision without a ledger entry; writes what a finding found
 * into the ledger or a log.
 */
@ApplicationModule(
        displayName = "公开前审查",
        allowedDependencies = {
            "foundation.shared",
            "foundation.audit",
            "foundation.identity",
            "foundation.web",
            "foundation.organization",
            "foundation.worklist",
            "foundation.numbering",
            "foundation.notification",
            "foundation.workingday",
            "foundation.routing",
            "foundation.filestore",
            "foundation.search",
            "foundation.structuredtext"
        })
@NullMarked
package org.guanwu.office.secrecyreview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
