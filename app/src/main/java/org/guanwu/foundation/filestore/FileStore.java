package org.guanwu.foundation.filestore;

import java.io.InputStream;
import java.util.Optional;

/**
 * Content-addressed files. The same bytes are kept once; a stored file never changes; the type is found in the content,
 * never in the name.
 */
public interface FileStore {

    /**
     * Reads the stream to its end, detects the type, keeps the bytes durably and returns their address. Safe to repeat.
     *
     * @throws org.guanwu.foundation.shared.InvalidInput with the reason in the user's words when the type is not
     *     accepted by the policy, the file is larger than it allows, empty, or not what its name says
     */
    StoredFile store(InputStream content, String fileName, UploadPolicy policy);

    Optional<StoredFile> find(String digest);

    /** @throws org.guanwu.foundation.shared.NotFound */
    InputStream open(String digest);
}
