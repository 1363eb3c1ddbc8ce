package org.guanwu.foundation.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Opening accounts and granting roles without a page: the demo, imports and tests. The rules are those of the pages
 * (names, exclusion of the administrators), only the question who may is the caller's to answer.
 */
public interface AccountIntake {

    /**
     * @return account id
     * @throws org.guanwu.foundation.shared.InvalidInput name taken, password against the policy
     */
    long open(NewAccount account);

    /**
     * @param unitId the subtree in which the role holds; null (whole system) only for administrators
     * @return grant id
     * @throws org.guanwu.foundation.shared.Refusal when it would mix administrators or administration and business
     */
    long grant(String accountName, String roleCode, @Nullable Long unitId, LocalDate from, @Nullable LocalDate until);

    /** A button on the sign-in page of the demo; kept, but without effect, outside the profile {@code demo}. */
    void offerDemoDoor(String accountName, String section, String label, String hint, int position);

    /**
     * @param name what is typed to sign in; lower case letters, digits, dot and hyphen
     * @param personId null only for administrators of an installation that has no people yet
     * @param password null: signs in through OIDC, LDAP or not at all
     * @param externalId identifier in the identity provider
     */
    record NewAccount(
            String name,
            String displayName,
            @Nullable Long personId,
            @Nullable String password,
            boolean mustChangePassword,
            @Nullable String externalId) {

        public static NewAccount of(String name, String displayName, long personId, String password) {
            return new NewAccount(name, displayName, personId, password, false, null);
        }

        /** nobody can sign in with it, but people can act with it: tests, imports */
        public static NewAccount withoutPassword(String name, String displayName, long personId) {
            return new NewAccount(name, displayName, personId, null, false, null);
        }
    }
}
