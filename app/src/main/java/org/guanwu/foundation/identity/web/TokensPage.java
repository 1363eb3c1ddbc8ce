package org.guanwu.foundation.identity.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.domain.ApiTokenRegister;

/** @param issued the new token, this once; empty otherwise */
public record TokensPage(
        List<ApiTokenRegister.ApiToken> tokens,
        List<Permission> permissions,
        String issued,
        String label,
        Set<String> scopes,
        String days,
        Map<String, String> problems) {}
