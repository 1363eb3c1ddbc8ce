/** The public's doors: pages, feeds, site map and the open interface. */
@NullMarked
package org.guanwu.portal.web;

import org.jspecify.annotations.NullMarked;
