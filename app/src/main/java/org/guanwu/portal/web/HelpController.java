package org.guanwu.portal.web;

import org.guanwu.foundation.identity.Anyone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 使用说明: what the site can do for whom. */
@Controller
class HelpController {

    @Anyone
    @GetMapping("/accessibility")
    String accessibility() {
        return "portal/accessibility";
    }

    @Anyone
    @GetMapping("/open-data")
    String openData() {
        return "portal/open-data";
    }
}
