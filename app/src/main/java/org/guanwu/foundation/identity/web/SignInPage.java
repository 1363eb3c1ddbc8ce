package org.guanwu.foundation.identity.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.domain.DemoDoors;

/**
 * @param problem empty when none
 * @param doors by section, in order; empty outside the demo
 */
public record SignInPage(
        String account,
        String next,
        String problem,
        String note,
        String lockRule,
        boolean isDemo,
        boolean hasOidc,
        Map<String, List<DemoDoors.Door>> doors) {}
