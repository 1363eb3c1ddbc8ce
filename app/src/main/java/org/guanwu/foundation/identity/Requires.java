package org.guanwu.foundation.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The handler may be reached only by somebody who has one of these permissions somewhere. Whether he has it <em>in the
 * unit of the thing</em> is for the use case to check. Every handler carries this, {@link SignedIn} or {@link Anyone};
 * a test fails for one that carries none.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** one of these is enough */
    Permission[] value();
}
