package org.guanwu.foundation.identity.domain;

import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whether the password is right, in about the same time whether the account exists or not. */
@Component
class PasswordCheck {

    private final PasswordEncoder encoder;
    private final PasswordAuthority authority;
    private final String nobodysHash;

    PasswordCheck(PasswordEncoder encoder, PasswordAuthority authority) {
        this.encoder = encoder;
        this.authority = authority;
        this.nobodysHash = String.valueOf(encoder.encode(Digests.readable(20)));
    }

    boolean matches(Optional<Account> account, String password) {
        String hash = account.map(Account::passwordHash).orElse(null);
        boolean isRight = encoder.matches(password, hash == null ? nobodysHash : hash);
        if (account.isEmpty() || !account.get().isActive() || password.isEmpty()) {
            return false;
        }
        return hash == null ? authority.accepts(account.get(), password) : isRight;
    }
}
