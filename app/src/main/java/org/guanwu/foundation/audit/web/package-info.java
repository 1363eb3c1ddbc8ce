/** The auditor's page: entries, verification, export. */
@NullMarked
package org.guanwu.foundation.audit.web;

import org.jspecify.annotations.NullMarked;
