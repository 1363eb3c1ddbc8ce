/**
 * 结构化正文: the text of an official document as blocks instead of characters, so that the same text is set as a
 * page, published as HTML, indexed, compared and archived without being typed again.
 *
 * <p>Levels follow GB/T 9704-2012 7.3.3 (一、（一）1.（1）) and the form of rules (章、节、条). The parser takes what
 * people write, one paragraph per line; it never drops a character of it, and reading its own plain text again gives
 * the same blocks. Everything here is pure: no Spring, no database, no clock.
 *
 * <p>{@link org.guanwu.foundation.structuredtext.StructuredText} is kept as JSON; its digest is over the plain text,
 * so a change of the JSON form never looks like a change of the document. HTML made here is safe by construction:
 * every character of the text is escaped, only the tags of this module are written.
 *
 * <p>It never decides what a document means: title, recipients and date of a document belong to its module.
 */
@ApplicationModule(
        displayName = "结构化正文",
        allowedDependencies = {"foundation.shared"})
@NullMarked
package org.guanwu.foundation.structuredtext;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
