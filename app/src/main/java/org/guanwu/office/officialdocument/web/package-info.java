/** Pages and API of outgoing documents. */
@NullMarked
package org.guanwu.office.officialdocument.web;

import org.jspecify.annotations.NullMarked;
