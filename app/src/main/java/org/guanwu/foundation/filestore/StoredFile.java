package org.guanwu.foundation.filestore;

/**
 * @param digest lower-case hex SHA-256 of the content: its address
 * @param mediaType as detected in the content
 * @param size bytes
 * @param fileName the name it was brought with, cleaned of paths and control characters
 */
public record StoredFile(String digest, String mediaType, long size, String fileName) {}
