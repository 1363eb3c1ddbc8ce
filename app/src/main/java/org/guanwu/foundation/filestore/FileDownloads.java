package org.guanwu.foundation.filestore;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;

/**
 * Hands a stored file to a browser: always as a download under its name (RFC 6266, RFC 5987), never sniffed, never
 * rendered in our origin. Whether this person may have it is for the caller to decide first.
 */
public interface FileDownloads {

    /** @throws org.guanwu.foundation.shared.NotFound */
    ResponseEntity<Resource> download(StoredFile file);
}
