/** Accounts, passwords, second factors, roles, grants and tokens: rules and use cases. */
@NullMarked
package org.guanwu.foundation.identity.domain;

import org.jspecify.annotations.NullMarked;
