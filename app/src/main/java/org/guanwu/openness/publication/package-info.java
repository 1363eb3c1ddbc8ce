/**
 * 公开信息: everything the office has published, is about to publish, or has withdrawn.
 *
 * <p>Law: 政府信息公开条例第十九条至第二十六条 (what, where, within 20 working days), 第十二条 (catalogue), 第十七条
 * (review before publication); 政府信息公开目录系统实施指引 (索引号: nine characters of the authority, year, five-digit serial).
 *
 * <p>An item goes 待公开 → 已公开 → 已撤下; each text it ever had is a version, and a version goes 草稿 → 审查中 → 公布. The
 * catalogue number is given when the item is first published and never changes. A correction is a new version with a
 * public note; a withdrawal leaves number, title, date and explanation, and takes the text away from every place at once.
 *
 * <p>Listens to a document's issue (proactive attribute) and to the decisions of the gate. Publishes to nobody: the
 * portal and the search index read {@link org.guanwu.openness.publication.PublishedItems} and the search intake.
 *
 * <p>Never: publishes a text that the gate has not approved; changes a published version; deletes an item.
 */
@ApplicationModule(
        displayName = "公开信息",
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
            "foundation.structuredtext",
            "foundation.structuredtext",
            "office.officialdocument",
            "office.secrecyreview"
        })
@NullMarked
package org.guanwu.openness.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
