/**
 * 审计账: the append-only, SM3-chained ledger of every act, and its verifier.
 *
 * <p>What the office calls it: 审计账, 台账. Law: 网络安全法第二十三条 (logs kept for at least six months), 数据安全法第二十七条, GB/T 22239-2019
 * 8.1.4.3 (audit records protected against deletion, change and overwriting), DA/T 46 (the process trace is archive
 * metadata).
 *
 * <p>An act is told with {@link org.guanwu.foundation.audit.Ledger#record} inside the transaction of the act. Entries
 * are numbered and chained when that transaction commits, under one lock held for that moment only, so numbers have no
 * gap and a rollback leaves no trace. {@code docs/ledger-format.md} describes an entry field by field; an export is
 * verified anywhere, without this product, its database or a network ({@link
 * org.guanwu.foundation.audit.LedgerVerifier}).
 *
 * <p>States: none; an entry is born final. Events: none published. It listens to identity's acts, since identity lies
 * below it. Wording of acts: {@code acts/<module>.properties}, code = Chinese label.
 *
 * <p>Never: keeps the text of a document, a password or a key (only digests and small facts); changes or removes an
 * entry (nor can the database role of the product); answers a business question from the ledger.
 */
@ApplicationModule(
        displayName = "审计账",
        allowedDependencies = {"foundation.shared", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
