package org.guanwu.foundation.shared;

/**
 * A rule forbids the act in the present state (409). The state is untouched.
 *
 * <p>{@code code} is stable and greppable ({@code routing.stale-task}); {@code getMessage()} is the Chinese sentence
 * for the page, with the reason and, where there is one, the article.
 */
public class Refusal extends RuntimeException {

    private final String code;

    public Refusal(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
