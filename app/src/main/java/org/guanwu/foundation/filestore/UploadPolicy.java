package org.guanwu.foundation.filestore;

import java.util.Set;

/** What a form takes: detected media types and a size in bytes. */
public record UploadPolicy(String field, Set<String> mediaTypes, long maxSize) {

    public static final String PDF = "application/pdf";
    public static final String OFD = "application/ofd";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String TXT = "text/plain";
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";

    public UploadPolicy {
        mediaTypes = Set.copyOf(mediaTypes);
    }

    /** attachments of an official document: office formats and images up to 50 MiB */
    public static UploadPolicy attachment(String field) {
        return new UploadPolicy(field, Set.of(PDF, OFD, DOCX, XLSX, TXT, PNG, JPEG), 50L << 20);
    }
}
