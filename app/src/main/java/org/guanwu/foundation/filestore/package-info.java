/**
 * 文件库: content-addressed files, type detection by content, full text.
 *
 * <p>What the office calls it: 附件, 电子文件. Law: DA/T 94 and GB/T 18894 (an electronic record must stay what it was:
 * 真实性, 完整性), 网络安全法第二十一条.
 *
 * <p>A file is kept once under the SHA-256 of its bytes ({@code files/ab/cd/…} in the data directory), written
 * durably before its row. A crash leaves at most a temporary file or bytes without a row, never a row without bytes. The
 * type is found in the content; a name that says otherwise is refused, since somebody would open it by its name.
 *
 * <p>States: none; a stored file never changes and is not deleted. Events: none.
 *
 * <p>Never: decides who may read a file (the module that owns the matter does, and then hands it out with {@link
 * org.guanwu.foundation.filestore.FileDownloads}); unpacks an archive to disk; trusts a declared size; runs or renders
 * what was uploaded.
 */
@ApplicationModule(
        displayName = "文件库",
        allowedDependencies = {"foundation.shared", "foundation.audit", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.filestore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
