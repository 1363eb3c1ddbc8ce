package org.guanwu.foundation.organization.web;

import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.web.NavEntry;
import org.guanwu.foundation.web.NavEntry.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Also for the pages of identity, which stands below the frame and cannot know it. */
@Configuration(proxyBeanMethods = false)
class OrganizationNavigation {

    @Bean
    NavEntry organizationEntry() {
        return new NavEntry(
                Area.ADMINISTRATION,
                10,
                "organization",
                "机构人员",
                "/office/organization",
                Set.of(Permission.ORGANIZATION_EDIT));
    }

    @Bean
    NavEntry accountsEntry() {
        return new NavEntry(
                Area.ADMINISTRATION,
                20,
                "accounts",
                "账号",
                "/office/accounts",
                Set.of(Permission.ACCOUNT_EDIT, Permission.ROLE_GRANT));
    }

    @Bean
    NavEntry rolesEntry() {
        return new NavEntry(Area.ADMINISTRATION, 30, "roles", "角色与授权", "/office/roles", Set.of(Permission.ROLE_GRANT));
    }
}
