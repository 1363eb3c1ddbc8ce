package org.guanwu.office.secrecyreview.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.guanwu.foundation.filestore.FileDownloads;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.web.Frame;
import org.guanwu.office.secrecyreview.ReleaseStatus;
import org.guanwu.office.secrecyreview.domain.FindingDecision;
import org.guanwu.office.secrecyreview.domain.ReviewDossier;
import org.guanwu.office.secrecyreview.domain.ReviewStep;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 公开前审查 of one subject: text beside findings, one primary button. */
@Controller
@RequestMapping("/office/release-reviews/{id}")
class ReleaseReviewController {

    private final ReviewDossier dossier;
    private final FindingDecision findings;
    private final ReviewStep steps;
    private final FileDownloads downloads;

    ReleaseReviewController(
            ReviewDossier dossier, FindingDecision findings, ReviewStep steps, FileDownloads downloads) {
        this.dossier = dossier;
        this.findings = findings;
        this.steps = steps;
        this.downloads = downloads;
    }

    @SignedIn
    @GetMapping
    String show(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("page", new ReleaseReviewPage(dossier.get(actor, id), Set.of(), "", List.of()));
        return "secrecyreview/review";
    }

    @SignedIn
    @GetMapping("/files/{itemId}")
    ResponseEntity<Resource> file(Actor actor, @PathVariable long id, @PathVariable long itemId) {
        return downloads.download(dossier.file(actor, id, itemId));
    }

    @SignedIn
    @PostMapping("/findings/{findingId}")
    Object decide(
            Actor actor,
            @PathVariable long id,
            @PathVariable long findingId,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String replacement,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, "finding-" + findingId, Set.of(), reason, model, flash, () -> {
            switch (decision) {
                case "accept" -> findings.accept(actor, id, findingId, reason);
                case "remove" -> findings.remove(actor, id, findingId, replacement, reason);
                default -> throw new InvalidInput("decision", "请选择保留或清除。");
            }
            return "已处理一处发现。";
        });
    }

    @SignedIn
    @PostMapping("/items/{itemId}/cleaning")
    Object clean(Actor actor, @PathVariable long id, @PathVariable long itemId, Model model, RedirectAttributes flash) {
        return attempt(actor, id, "item-" + itemId, Set.of(), "", model, flash, () -> {
            findings.clean(actor, id, itemId);
            return "已清除文件属性、批注等，并重新检查。";
        });
    }

    @SignedIn
    @PostMapping("/items/{itemId}/file")
    Object replaceFile(
            Actor actor,
            @PathVariable long id,
            @PathVariable long itemId,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, "item-" + itemId, Set.of(), reason, model, flash, () -> {
            if (file == null || file.isEmpty()) {
                throw new InvalidInput("file", "请选择清除后的文件。");
            }
            String name = file.getOriginalFilename();
            try (var content = file.getInputStream()) {
                findings.replaceFile(actor, id, itemId, content, name == null ? "文件" : name, reason);
            } catch (IOException interrupted) {
                throw new InvalidInput("file", "文件没有收全，请重新上传。");
            }
            return "已换上清除后的文件，并重新检查。";
        });
    }

    @SignedIn
    @PostMapping("/passing")
    Object pass(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(required = false) Set<Long> checked,
            @RequestParam(defaultValue = "") String opinion,
            Model model,
            RedirectAttributes flash) {
        Set<Long> items = checked == null ? Set.of() : checked;
        return attempt(actor, id, "act", items, opinion, model, flash, () -> {
            ReleaseStatus next = steps.pass(actor, id, version, items, opinion);
            return next.isOpen() ? "已通过，送" + next.label() + "。" : "已批准公开。";
        });
    }

    @SignedIn
    @PostMapping("/returning")
    Object sendBack(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String opinion,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, "act", Set.of(), opinion, model, flash, () -> {
            steps.sendBack(actor, id, version, opinion);
            return "已退回起草人。";
        });
    }

    /** an act that the form did not fill well enough comes back with everything typed */
    private Object attempt(
            Actor actor,
            long id,
            String anchor,
            Set<Long> checked,
            String typed,
            Model model,
            RedirectAttributes flash,
            Supplier<String> act) {
        try {
            String message = act.get();
            flash.addFlashAttribute(Frame.MESSAGE, message);
            return "redirect:/office/release-reviews/" + id + "#" + anchor;
        } catch (InvalidInput invalid) {
            model.addAttribute(
                    "page", new ReleaseReviewPage(dossier.get(actor, id), checked, typed, invalid.problems()));
            var view = new ModelAndView("secrecyreview/review", model.asMap());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }
}
