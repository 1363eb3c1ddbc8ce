package org.guanwu.foundation.identity.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Affiliations.UnitChoice;
import org.guanwu.foundation.identity.domain.Account;
import org.guanwu.foundation.identity.domain.GrantView;
import org.guanwu.foundation.identity.domain.Roles;
import org.guanwu.foundation.identity.domain.SessionRegister;

/** 账号: what each of the two administrators may see of it. */
public record AccountDetailPage(
        Account account,
        boolean isSelf,
        boolean isLocked,
        List<GrantView> grants,
        List<SessionRegister.OpenSession> sessions,
        List<Roles.Role> roles,
        List<UnitChoice> units,
        boolean mayEdit,
        boolean mayGrant,
        GrantForm form,
        Map<String, String> problems) {}
