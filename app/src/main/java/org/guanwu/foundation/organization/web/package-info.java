/** The pages of the organization: tree, unit, person, absence and delegation. */
@NullMarked
package org.guanwu.foundation.organization.web;

import org.jspecify.annotations.NullMarked;
