package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.guanwu.foundation.filestore.FileDownloads;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.openness.publication.PublishedItem;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.portal.PortalFrame;
import org.guanwu.portal.domain.DocumentPdf;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** A published document: its page, its PDF, its attachments. */
@Controller
class DocumentController {

    private static final String NUMBER = "/documents/{authority:[A-Za-z0-9]{1,20}}/{serial:[0-9]{4}-[0-9]{1,6}}";

    private final PublishedItems items;
    private final DocumentPdf pdf;
    private final ObjectProvider<FileDownloads> downloads;
    private final PortalFrames frames;

    DocumentController(
            PublishedItems items, DocumentPdf pdf, ObjectProvider<FileDownloads> downloads, PortalFrames frames) {
        this.items = items;
        this.pdf = pdf;
        this.downloads = downloads;
        this.frames = frames;
    }

    @Anyone
    @GetMapping(NUMBER)
    String document(
            @PathVariable String authority,
            @PathVariable String serial,
            @ModelAttribute(name = "portal", binding = false) PortalFrame portal,
            Model model) {
        PublishedItem item = get(authority, serial);
        model.addAttribute(
                "page",
                new DocumentPage(
                        item,
                        portal.s(item.bodyHtml()),
                        null,
                        portal.origin() + "/documents/" + item.catalogueNumber()));
        return item.withdrawnOn() == null ? "portal/document" : "portal/withdrawn";
    }

    @Anyone
    @GetMapping(NUMBER + ".pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String authority, @PathVariable String serial, HttpServletRequest request) {
        PublishedItem item = get(authority, serial);
        if (item.withdrawnOn() != null) {
            throw new NotFound("withdrawn " + item.catalogueNumber());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + item.catalogueNumber().replace('/', '-') + ".pdf\"")
                .body(pdf.of(item, frames.origin(request)));
    }

    /** only files of the version that is public now: a digest alone opens nothing */
    @Anyone
    @GetMapping(NUMBER + "/attachments/{digest:[0-9a-f]{64}}")
    ResponseEntity<Resource> attachment(
            @PathVariable String authority, @PathVariable String serial, @PathVariable String digest) {
        var attachment = get(authority, serial).attachments().stream()
                .filter(a -> a.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment " + digest));
        return downloads
                .getObject()
                .download(new StoredFile(
                        attachment.digest(), attachment.mediaType(), attachment.size(), attachment.fileName()));
    }

    private PublishedItem get(String authority, String serial) {
        String number = authority + "/" + serial;
        return items.find(number).orElseThrow(() -> new NotFound("document " + number));
    }
}
