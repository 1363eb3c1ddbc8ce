/**
 * 文号: gapless document numbers per authority code and year, the number rules and the gap register.
 *
 * <p>The office says 机关代字 ({@code authorityCode}), 发文字号 ({@link org.guanwu.foundation.numbering.DocumentNumber}), 编号台账,
 * 作废号, 断号. Law: 公文条例第九条 (发文字号由发文机关代字、年份、发文顺序号组成；联合行文使用主办机关的发文字号) 和第二十五条 (复核、登记在签发之后),
 * GB/T 9704-2012 7.2.5 (〔〕, no 第, no leading zero).
 *
 * <p>A number is given after signing and final check, inside the transaction of that act: the counter row of the code
 * and year is locked last and freed by the commit, so no number is lost and none given twice. A matter has at most one.
 *
 * <p>States of a number: assigned, void. Both registers can only be appended to, also by the database role of the
 * product. Event: {@link org.guanwu.foundation.numbering.NumberVoided}.
 *
 * <p>It never reserves a number, never shows a next number on a document, never gives a void number again.
 */
@ApplicationModule(
        displayName = "文号",
        allowedDependencies = {
            "foundation.shared",
            "foundation.audit",
            "foundation.identity",
            "foundation.web",
            "foundation.organization"
        })
@NullMarked
package org.guanwu.foundation.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
