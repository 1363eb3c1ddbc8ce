/** The portal's words, scripts, rendered pages and PDF: everything between a published item and a page. */
@NullMarked
package org.guanwu.portal.domain;

import org.jspecify.annotations.NullMarked;
