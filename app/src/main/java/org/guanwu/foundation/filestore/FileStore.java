package org.guanwu.foundation.filestore;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

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

    /**
     * As above, after {@code screening} has seen the file's text (empty for a type without text): what it throws stops
     * the file before a byte of it is kept. For the refusal of state secrets, which may not be stored here even for a
     * moment (保守国家秘密法第三十一条第三项).
     */
    StoredFile store(InputStream content, String fileName, UploadPolicy policy, Consumer<String> screening);

    Optional<StoredFile> find(String digest);

    /** @throws org.guanwu.foundation.shared.NotFound */
    InputStream open(String digest);
}
