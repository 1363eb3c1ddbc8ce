package org.guanwu.foundation.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a keyset-paged list. Cursors are opaque, URL-safe texts made by {@link Cursor}; null where there is no
 * further page in that direction.
 */
public record Page<T>(
        List<T> rows, @Nullable String next, @Nullable String previous) {

    public Page {
        rows = List.copyOf(rows);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> f) {
        return new Page<>(rows.stream().<R>map(f).toList(), next, previous);
    }
}
