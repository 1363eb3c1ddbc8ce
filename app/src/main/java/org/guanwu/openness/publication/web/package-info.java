/** Workspace pages of published and to-be-published items. */
@NullMarked
package org.guanwu.openness.publication.web;

import org.jspecify.annotations.NullMarked;
