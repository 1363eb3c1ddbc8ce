package org.guanwu.foundation.identity.web;

import java.util.Arrays;
import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.domain.GrantViews;
import org.guanwu.foundation.identity.domain.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 角色: what each may do and who has it. */
@Controller
@Requires(Permission.ROLE_GRANT)
class RolesController {

    private final Roles roles;
    private final GrantViews grants;

    RolesController(Roles roles, GrantViews grants) {
        this.roles = roles;
        this.grants = grants;
    }

    @GetMapping("/office/roles")
    String list(Model model) {
        model.addAttribute("roles", roles.list());
        return "identity/roles";
    }

    @GetMapping("/office/roles/{code}")
    String show(@PathVariable String code, @RequestParam(required = false) @Nullable String cursor, Model model) {
        Roles.Role role = roles.get(code);
        model.addAttribute(
                "page",
                new RolePage(
                        role,
                        Arrays.stream(Permission.values())
                                .filter(p -> p.group() == role.group())
                                .toList(),
                        role.group() == Permission.Group.ADMINISTRATION,
                        grants.listOfRole(code, cursor)));
        return "identity/role";
    }

    @PostMapping("/office/roles/{code}/permissions")
    String change(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Set<String> permissions,
            RedirectAttributes redirect) {
        roles.changePermissions(actor, code, permissions == null ? Set.of() : permissions);
        redirect.addFlashAttribute("message", "角色的权限已更改，即时生效。");
        return "redirect:/office/roles/" + code;
    }
}
