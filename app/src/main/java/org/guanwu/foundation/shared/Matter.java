package org.guanwu.foundation.shared;

/**
 * The thing that is worked on, named without importing its module: {@code ("outgoing-document", 42)}.
 *
 * @param type kebab-case name of the aggregate; also the first segment of its page's path in the plural
 */
public record Matter(String type, long id) {

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
