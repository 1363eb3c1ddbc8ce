package org.guanwu.foundation.identity.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.domain.Account;
import org.guanwu.foundation.identity.domain.GrantView;

/** @param recoveryCodes how many are left */
public record AccountPage(
        Account account,
        Actor actor,
        List<GrantView> grants,
        boolean mustHaveSecondFactor,
        long recoveryCodes,
        String rule,
        Map<String, String> problems) {}
