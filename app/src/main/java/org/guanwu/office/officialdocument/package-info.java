/**
 * 发文: outgoing official documents, from the draft with its disclosure attribute to issue.
 *
 * <p>The office calls the pieces 稿件、公开属性、核稿、会签、签发、复核、编号、印发. Law: 党政机关公文处理工作条例 (中办发〔2012〕14号)
 * 第八条 types, 第九条 elements, 第十四条至第十七条 rules of writing, 第十九条至第二十五条 drafting to final check; 国办发〔2016〕80号 and
 * the customs measures of 2016 for the attribute; 政府信息公开条例 第十四条至第十六条 grounds, 第二十六条 publication within
 * twenty working days of signature; 保守国家秘密法 第三十一条: no state secret in this system.
 *
 * <p>States: DRAFT 起草 → UNDER_WAY 办理中 (⇄ RETURNED 已退回) → SIGNED 已签发 → ISSUED 已印发; VOIDED 已作废 from anywhere. How it
 * travels is the route's affair ({@code foundation.routing}); this module adds what the law asks of a document: it
 * implements {@code RoutedMatter} for the matter type {@code outgoing-document} and listens to the route's events.
 *
 * <p>Signature (step kind ISSUANCE completed) fixes 成文日期 and, for 主动公开, starts the clock
 * {@code publication.proactive} on {@code OutgoingDocumentId.matter()}. The number comes with the final check. The end
 * of the route issues the document.
 *
 * <p>Publishes, in the transaction of the act: {@link org.guanwu.office.officialdocument.DocumentIssued},
 * {@link org.guanwu.office.officialdocument.DocumentReopened},
 * {@link org.guanwu.office.officialdocument.DocumentVoided}. Its content is read through
 * {@link org.guanwu.office.officialdocument.OutgoingDocuments}.
 *
 * <p>Never: publishes anything itself, gives a number, offers 工作秘密 or 内部资料 as a ground, keeps a text that carries a
 * secrecy marking, overwrites what another window has saved.
 */
@ApplicationModule(
        displayName = "发文",
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
package org.guanwu.office.officialdocument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
