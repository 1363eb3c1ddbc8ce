/** Draft, rules and use cases of outgoing documents. */
@NullMarked
package org.guanwu.office.officialdocument.domain;

import org.jspecify.annotations.NullMarked;
