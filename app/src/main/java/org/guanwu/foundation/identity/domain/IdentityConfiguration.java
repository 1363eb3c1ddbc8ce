package org.guanwu.foundation.identity.domain;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    /** The prefix {@code {argon2id}} in front of each hash lets a later scheme stand beside this one. */
    @Bean
    PasswordEncoder passwordEncoder(IdentitySettings settings) {
        var rules = settings.password();
        PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, rules.memoryKib(), rules.iterations());
        return new StorablePasswords(new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2)));
    }

    @Bean
    PasswordPolicy passwordPolicy(IdentitySettings settings) {
        return new PasswordPolicy(settings.password());
    }

    @Bean
    PasswordAuthority passwordAuthority(DirectorySettings settings) {
        return settings.url().isEmpty() ? (account, password) -> false : new DirectoryPasswordAuthority(settings);
    }
}
