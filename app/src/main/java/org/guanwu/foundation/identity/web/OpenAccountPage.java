package org.guanwu.foundation.identity.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Affiliation;
import org.jspecify.annotations.Nullable;

/** 开立账号: who was looked for, and what was typed. */
public record OpenAccountPage(
        String find,
        List<Affiliation> people,
        @Nullable Long personId,
        String name,
        String externalId,
        Map<String, String> problems) {}
