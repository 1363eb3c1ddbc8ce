package org.guanwu.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who stands behind a request: the frame of a page asks here; use cases are handed the {@link Actor} itself. */
public interface CurrentActor {

    /** empty for a visitor who has not signed in; resolved once per request */
    Optional<Actor> find(HttpServletRequest request);
}
