/**
 * 身份与权限: accounts, sign-in, second factor, sessions, roles, grants; the Actor that every use case is given.
 *
 * <p>GB/T 22239-2019 (等保 2.0) 8.1.4 and 8.1.5: unique accounts, password policy, lock-out and idle time-out, a second
 * factor for administrators, and three administrators (系统、安全、审计) who exclude each other and hold no business
 * right. The database refuses a grant that would mix them. The system administrator opens accounts and cannot grant;
 * the security administrator grants and cannot open accounts; the audit administrator only reads the ledger.
 *
 * <p>An account is ACTIVE or DISABLED; being locked is a matter of minutes and is counted by name, whether the name
 * exists or not, so that nobody learns which names do. Rights are read again for every request.
 *
 * <p>Publishes {@link org.guanwu.foundation.identity.IdentityAct} in the transaction of each act; audit, which stands
 * above, writes it to the ledger. What identity must know of people and units it asks through
 * {@link org.guanwu.foundation.identity.Affiliations}, which organization answers.
 *
 * <p>Never: keeps who is acting in a thread, tells whether an account exists, knows a default password.
 */
@ApplicationModule(
        displayName = "身份与权限",
        allowedDependencies = {"foundation.shared"})
@NullMarked
package org.guanwu.foundation.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
