package org.guanwu.openness.publication.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.guanwu.foundation.filestore.FileDownloads;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.web.Frame;
import org.guanwu.office.secrecyreview.LeakChecks;
import org.guanwu.openness.publication.domain.CatalogueTerms;
import org.guanwu.openness.publication.domain.PublicationDossier;
import org.guanwu.openness.publication.domain.PublicationDrafts;
import org.guanwu.openness.publication.domain.PublicationRegister;
import org.guanwu.openness.publication.domain.PublicationRegister.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 公开信息: the register and the page of an item up to the gate. */
@Controller
@RequestMapping("/office/publications")
class PublicationController {

    private final PublicationRegister register;
    private final PublicationDossier dossier;
    private final PublicationDrafts drafts;
    private final PublicationActs acts;
    private final CatalogueTerms terms;
    private final FileStore files;
    private final LeakChecks checks;
    private final FileDownloads downloads;

    PublicationController(
            PublicationRegister register,
            PublicationDossier dossier,
            PublicationDrafts drafts,
            PublicationActs acts,
            CatalogueTerms terms,
            FileStore files,
            LeakChecks checks,
            FileDownloads downloads) {
        this.register = register;
        this.dossier = dossier;
        this.drafts = drafts;
        this.acts = acts;
        this.terms = terms;
        this.files = files;
        this.checks = checks;
        this.downloads = downloads;
    }

    @SignedIn
    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Tab chosen = Arrays.stream(Tab.values())
                .filter(t -> t.name().equals(tab))
                .findFirst()
                .orElse(Tab.TO_PUBLISH);
        String text = PublicationForm.plain(q);
        String topicCode = PublicationForm.plain(topic);
        model.addAttribute(
                "page",
                new PublicationsPage(
                        chosen,
                        text,
                        topicCode,
                        terms.topics(),
                        register.list(actor, chosen, text, topicCode, cursor)));
        return "publication/list";
    }

    @Requires(Permission.PUBLICATION_EDIT)
    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute(
                "page", page(null, PublicationForm.EMPTY, UUID.randomUUID().toString(), List.of()));
        return "publication/item";
    }

    @Requires(Permission.PUBLICATION_EDIT)
    @PostMapping
    Object create(
            Actor actor,
            @RequestParam(defaultValue = "") String commandId,
            @ModelAttribute PublicationForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> attachments,
            Model model) {
        try {
            if (!commandId.matches("[0-9a-f-]{36}")) {
                throw new InvalidInput("title", "页面已过期，请重新填写。");
            }
            List<StoredFile> stored = store(attachments, List.of());
            return "redirect:/office/publications/" + drafts.create(actor, commandId, form.toDraft(stored));
        } catch (InvalidInput invalid) {
            return unprocessable(model, page(null, form, commandId, invalid.problems()));
        }
    }

    @SignedIn
    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable long id, Model model) {
        var view = dossier.get(actor, id);
        model.addAttribute("page", page(view, PublicationForm.of(view.form()), "", List.of()));
        return "publication/item";
    }

    @SignedIn
    @GetMapping("/{id}/attachments/{digest}")
    ResponseEntity<Resource> attachment(Actor actor, @PathVariable long id, @PathVariable String digest) {
        return downloads.download(dossier.attachment(actor, id, digest));
    }

    @Requires(Permission.PUBLICATION_EDIT)
    @PostMapping("/{id}")
    Object save(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @ModelAttribute PublicationForm form,
            @RequestParam(required = false) @Nullable List<String> keep,
            @RequestParam(required = false) @Nullable List<MultipartFile> attachments,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, form, model, flash, () -> {
            List<StoredFile> before = dossier.get(actor, id).form().attachments();
            List<StoredFile> kept = (before == null ? List.<StoredFile>of() : before)
                    .stream()
                            .filter(file -> keep != null && keep.contains(file.digest()))
                            .toList();
            drafts.save(actor, id, version, form.toDraft(store(attachments, kept)));
            return "已保存。";
        });
    }

    private List<StoredFile> store(@Nullable List<MultipartFile> uploads, List<StoredFile> kept) {
        List<StoredFile> stored = new ArrayList<>(kept);
        for (MultipartFile upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            if (!upload.isEmpty()) {
                String name = upload.getOriginalFilename();
                try (var content = upload.getInputStream()) {
                    stored.add(files.store(
                            content,
                            name == null ? "附件" : name,
                            UploadPolicy.attachment("attachments"),
                            extracted -> checks.refuseMarked("attachments", extracted)));
                } catch (IOException interrupted) {
                    throw new InvalidInput("attachments", "文件没有收全，请重新上传。");
                }
            }
        }
        return stored;
    }

    @Requires(Permission.PUBLICATION_EDIT)
    @PostMapping("/{id}/review")
    Object submit(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, null, model, flash, () -> {
            drafts.submit(actor, id, version);
            return "已送公开前审查。";
        });
    }

    @Requires(Permission.PUBLICATION_EDIT)
    @PostMapping("/{id}/taking-back")
    Object takeBack(Actor actor, @PathVariable long id, Model model, RedirectAttributes flash) {
        return attempt(actor, id, null, model, flash, () -> {
            drafts.takeBack(actor, id);
            return "已撤回送审，可以修改。";
        });
    }

    @Requires(Permission.PUBLICATION_EDIT)
    @PostMapping("/{id}/correction")
    Object correct(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, null, model, flash, () -> {
            drafts.correct(actor, id, version);
            return "开始更正。现行版本仍然公开，新版本批准后替换。";
        });
    }

    @Requires(Permission.PUBLICATION_EDIT)
    @PostMapping("/{id}/discarding")
    Object discard(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, null, model, flash, () -> {
            drafts.discard(actor, id, version, PublicationForm.plain(reason));
            return "已放弃这一稿。";
        });
    }

    @Requires(Permission.PUBLICATION_RELEASE)
    @PostMapping("/{id}/withdrawal")
    Object withdraw(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, null, model, flash, () -> {
            acts.withdraw(actor, id, PublicationForm.plain(reason));
            return "已撤下。正文、附件和检索条目同时撤除，索引号和说明保留。";
        });
    }

    @Requires(Permission.PUBLICATION_RELEASE)
    @PostMapping("/{id}/marks")
    Object mark(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, null, model, flash, () -> {
            acts.mark(actor, id, mark, PublicationForm.plain(by), day(from), PublicationForm.plain(note));
            return "已标注，双方都能看到。";
        });
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDate) {
            throw new InvalidInput("from", "填写起算的日期，例如 2026-10-14。");
        }
    }

    private Object attempt(
            Actor actor,
            long id,
            @Nullable PublicationForm form,
            Model model,
            RedirectAttributes flash,
            Supplier<String> act) {
        try {
            flash.addFlashAttribute(Frame.MESSAGE, act.get());
            return "redirect:/office/publications/" + id;
        } catch (InvalidInput invalid) {
            var view = dossier.get(actor, id);
            return unprocessable(
                    model, page(view, form == null ? PublicationForm.of(view.form()) : form, "", invalid.problems()));
        }
    }

    private PublicationPage page(
            PublicationDossier.@Nullable View view,
            PublicationForm form,
            String commandId,
            List<FieldProblem> problems) {
        return new PublicationPage(view, form, commandId, terms.topics(), terms.types(), terms.sections(), problems);
    }

    private static ModelAndView unprocessable(Model model, PublicationPage page) {
        model.addAttribute("page", page);
        var view = new ModelAndView("publication/item", model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
