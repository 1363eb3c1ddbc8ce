package org.guanwu.openness.publication.web;

import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PublicationNavigation {

    @Bean
    NavEntry publicationsEntry() {
        return new NavEntry(
                NavEntry.Area.MAIN,
                40,
                "publications",
                "公开信息",
                "/office/publications",
                Set.of(
                        Permission.PUBLICATION_EDIT,
                        Permission.PUBLICATION_RELEASE,
                        Permission.DISCLOSURE_REVIEW,
                        Permission.SECRECY_REVIEW));
    }
}
