package org.guanwu.foundation.filestore.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.guanwu.foundation.filestore.FileDownloads;
import org.guanwu.foundation.filestore.StoredFile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

@Component
class AttachmentDownloads implements FileDownloads {

    private final DiskFileStore files;

    AttachmentDownloads(DiskFileStore files) {
        this.files = files;
    }

    @Override
    public ResponseEntity<Resource> download(StoredFile file) {
        Resource content = new FileSystemResource(files.path(file.digest()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag("\"" + file.digest() + "\"")
                .body(content);
    }

    /** an ASCII name for what cannot read RFC 5987, and the real one for everybody else */
    static String disposition(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : fileName.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"file" + extension + "\"; filename*=UTF-8''" + encoded;
    }
}
