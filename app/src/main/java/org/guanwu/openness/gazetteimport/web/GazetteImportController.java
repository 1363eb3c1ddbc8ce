package org.guanwu.openness.gazetteimport.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.web.Frame;
import org.guanwu.openness.gazetteimport.domain.BatchDossier;
import org.guanwu.openness.gazetteimport.domain.Batches;
import org.guanwu.openness.gazetteimport.domain.Batches.Upload;
import org.guanwu.openness.gazetteimport.domain.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** 文告导入: 选文件、对应、试导入、导入、结果. */
@Controller
@RequestMapping("/office/gazette-imports")
class GazetteImportController {

    private final Batches batches;
    private final BatchDossier dossier;

    GazetteImportController(Batches batches, BatchDossier dossier) {
        this.batches = batches;
        this.dossier = dossier;
    }

    @Requires(Permission.GAZETTE_IMPORT)
    @GetMapping
    String list(Actor actor, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("page", listPage(actor, cursor, List.of()));
        return "gazetteimport/list";
    }

    private GazetteImportsPage listPage(Actor actor, @Nullable String cursor, List<FieldProblem> problems) {
        return new GazetteImportsPage(
                dossier.list(actor, cursor), UUID.randomUUID().toString(), problems);
    }

    @Requires(Permission.GAZETTE_IMPORT)
    @PostMapping
    Object open(
            Actor actor,
            @RequestParam(defaultValue = "") String commandId,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model) {
        try {
            if (!commandId.matches("[0-9a-f-]{36}")) {
                throw new InvalidInput("files", "页面已过期，请重新选择文件。");
            }
            long id = batches.open(actor, commandId, uploads(files));
            return "redirect:/office/gazette-imports/" + id;
        } catch (InvalidInput invalid) {
            return unprocessable("gazetteimport/list", model, listPage(actor, null, invalid.problems()));
        }
    }

    private static List<Upload> uploads(@Nullable List<MultipartFile> files) {
        List<Upload> uploads = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                String name = file.getOriginalFilename();
                try {
                    uploads.add(new Upload(plainName(name == null ? "文件" : name), file.getBytes()));
                } catch (IOException interrupted) {
                    throw new InvalidInput("files", "文件没有收全，请重新上传。");
                }
            }
        }
        return uploads;
    }

    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.replaceAll("\\p{Cntrl}", "");
    }

    @SignedIn
    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("page", new GazetteImportPage(dossier.get(actor, id), List.of()));
        return "gazetteimport/batch";
    }

    @SignedIn
    @GetMapping("/{id}/report.csv")
    ResponseEntity<byte[]> report(Actor actor, @PathVariable long id) {
        String csv = "\uFEFF" + String.join("\r\n", dossier.report(actor, id)) + "\r\n";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("导入报告-" + id + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Requires(Permission.GAZETTE_IMPORT)
    @PostMapping("/{id}/mapping")
    Object map(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(required = false) @Nullable List<String> field,
            Model model,
            RedirectAttributes flash) {
        return attempt(actor, id, model, flash, () -> {
            batches.map(actor, id, mapping(column == null ? List.of() : column, field == null ? List.of() : field));
            return "开始试导入，只检查，不写入。";
        });
    }

    private static Map<Field, String> mapping(List<String> columns, List<String> fields) {
        Map<Field, String> mapping = new EnumMap<>(Field.class);
        for (int i = 0; i < Math.min(columns.size(), fields.size()); i++) {
            String name = fields.get(i);
            for (Field field : Field.values()) {
                if (field.name().equals(name) && mapping.putIfAbsent(field, columns.get(i)) != null) {
                    throw new InvalidInput(name, "“" + field.label() + "”对应了两列，只能留一列。");
                }
            }
        }
        return mapping;
    }

    @Requires(Permission.GAZETTE_IMPORT)
    @PostMapping("/{id}/review")
    Object submit(Actor actor, @PathVariable long id, Model model, RedirectAttributes flash) {
        return attempt(actor, id, model, flash, () -> {
            batches.submit(actor, id);
            return "已送公开前审查。批准后自动导入。";
        });
    }

    @Requires(Permission.GAZETTE_IMPORT)
    @PostMapping("/{id}/pause")
    Object pause(Actor actor, @PathVariable long id, Model model, RedirectAttributes flash) {
        return attempt(actor, id, model, flash, () -> {
            batches.pause(actor, id);
            return "已暂停。已经导入的行不受影响。";
        });
    }

    @Requires(Permission.GAZETTE_IMPORT)
    @PostMapping("/{id}/resumption")
    Object resume(Actor actor, @PathVariable long id, Model model, RedirectAttributes flash) {
        return attempt(actor, id, model, flash, () -> {
            batches.resume(actor, id);
            return "从停下的地方继续。";
        });
    }

    @Requires(Permission.GAZETTE_IMPORT)
    @PostMapping("/{id}/abandonment")
    Object abandon(Actor actor, @PathVariable long id, Model model, RedirectAttributes flash) {
        return attempt(actor, id, model, flash, () -> {
            batches.abandon(actor, id);
            return "已停止，没有导入任何一行。";
        });
    }

    @Requires(Permission.PUBLICATION_RELEASE)
    @PostMapping("/{id}/roll-back")
    Object rollBack(Actor actor, @PathVariable long id, Model model, RedirectAttributes flash) {
        return attempt(actor, id, model, flash, () -> {
            batches.rollBack(actor, id);
            return "正在整批撤回。";
        });
    }

    private Object attempt(Actor actor, long id, Model model, RedirectAttributes flash, Supplier<String> act) {
        try {
            flash.addFlashAttribute(Frame.MESSAGE, act.get());
            return "redirect:/office/gazette-imports/" + id;
        } catch (InvalidInput invalid) {
            return unprocessable(
                    "gazetteimport/batch", model, new GazetteImportPage(dossier.get(actor, id), invalid.problems()));
        }
    }

    private static ModelAndView unprocessable(String template, Model model, Object page) {
        model.addAttribute("page", page);
        var view = new ModelAndView(template, model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
