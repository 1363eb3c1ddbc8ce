/** Sign-in, own account, accounts, grants; the security chains and the guard of every handler. */
@NullMarked
package org.guanwu.foundation.identity.web;

import org.jspecify.annotations.NullMarked;
