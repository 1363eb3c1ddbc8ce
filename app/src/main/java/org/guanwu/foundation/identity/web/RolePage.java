package org.guanwu.foundation.identity.web;

import java.util.List;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.domain.GrantView;
import org.guanwu.foundation.identity.domain.Roles;
import org.guanwu.foundation.shared.Page;

/** 角色: what it may and who has it. */
public record RolePage(Roles.Role role, List<Permission> permissions, boolean isFixed, Page<GrantView> grants) {}
