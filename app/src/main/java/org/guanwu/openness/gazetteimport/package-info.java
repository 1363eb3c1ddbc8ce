/**
 * 文告导入: historical gazettes from files into the public catalogue, with their structure recovered.
 *
 * <p>Law: 政府信息公开条例第二十三条、第二十四条 (公报, 检索、查阅、下载); the customs rule that past 文告 be digitised and
 * served online within five years; 保守国家秘密法第三十一条: a row with a secrecy marking is refused and its content not kept.
 *
 * <p>A batch goes 对应 → 试导 → 待送审 → 审查中 → 导入 → 完成, may be paused, and may be taken back for 24 hours. A row is 待查,
 * 可导入, 待定 (something found that a reviewer must decide), 不能导入, 已有, 已导入. All of it is rows of the database,
 * worked on in small transactions: after a kill the work goes on by itself, and nothing is done twice, since a row and
 * its publication are written together and each item has a natural key.
 *
 * <p>Listens to the decisions of the gate. Publishes nothing of its own: the items belong to publication.
 *
 * <p>Never: lets a row out that the gate has not seen; drops a row without saying why; changes a word of a text.
 */
@ApplicationModule(
        displayName = "文告导入",
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
            "office.secrecyreview",
            "openness.publication"
        })
@NullMarked
package org.guanwu.openness.gazetteimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
