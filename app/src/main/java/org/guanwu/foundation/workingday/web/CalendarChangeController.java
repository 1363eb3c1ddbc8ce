package org.guanwu.foundation.workingday.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.web.Frame;
import org.guanwu.foundation.workingday.domain.CalendarApproval;
import org.guanwu.foundation.workingday.domain.CalendarBook;
import org.guanwu.foundation.workingday.domain.CalendarChange;
import org.guanwu.foundation.workingday.domain.CalendarChanges;
import org.guanwu.foundation.workingday.domain.CalendarFile;
import org.guanwu.foundation.workingday.domain.CalendarPreview;
import org.guanwu.foundation.workingday.domain.CalendarPreviews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 录入通知、导入、试看变动、复核、回退. */
@Controller
@RequestMapping("/office/calendar/changes")
class CalendarChangeController {

    private final CalendarChanges changes;
    private final CalendarApproval approval;
    private final CalendarPreviews previews;
    private final CalendarFile files;
    private final CalendarBook book;
    private final Clock clock;

    CalendarChangeController(
            CalendarChanges changes,
            CalendarApproval approval,
            CalendarPreviews previews,
            CalendarFile files,
            CalendarBook book,
            Clock clock) {
        this.changes = changes;
        this.approval = approval;
        this.previews = previews;
        this.files = files;
        this.book = book;
        this.clock = clock;
    }

    @Requires(Permission.CALENDAR_EDIT)
    @GetMapping("/new")
    ModelAndView blank(
            @RequestParam(required = false) @Nullable String year, @RequestParam(defaultValue = "") String by) {
        int next = ChinaTime.dateOf(clock.instant()).getYear() + 1;
        int proposed = year != null && year.matches("20\\d\\d") ? Integer.parseInt(year) : next;
        return form(
                new ChangeFormPage(ChangeForm.blank(proposed), null, 0, "file".equals(by), List.of()), HttpStatus.OK);
    }

    @Requires(Permission.CALENDAR_EDIT)
    @PostMapping
    ModelAndView draft(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var form = ChangeForm.of(typed);
        try {
            CalendarFile.Content content = read(file);
            if (content == null && typed.containsKey("by")) {
                throw new InvalidInput("file", "请选择文件。");
            }
            long id = changes.draft(actor, form.command(), form.draft(content));
            return redirect(id);
        } catch (InvalidInput invalid) {
            return form(
                    new ChangeFormPage(form.withBlankRows(), null, 0, typed.containsKey("by"), invalid.problems()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @Requires({Permission.CALENDAR_EDIT, Permission.CALENDAR_APPROVE})
    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model model) {
        CalendarChange change = changes.get(id);
        CalendarPreview preview = change.isOpen() ? previews.preview(change) : null;
        var calendar = preview == null ? book.current() : preview.proposed();
        Set<LocalDate> pending = preview == null
                ? Set.of()
                : preview.days().stream()
                        .map(CalendarPreview.DayDifference::date)
                        .collect(Collectors.toSet());
        boolean isDrafter = Objects.equals(change.draftedBy(), actor.personId());
        boolean mayEdit = actor.may(Permission.CALENDAR_EDIT);
        boolean isSubmitted = change.status() == CalendarChange.Status.SUBMITTED;
        model.addAttribute(
                "page",
                new ChangePage(
                        change,
                        changes.listDraftDays(id),
                        YearGrid.of(change.year(), calendar, pending, ChinaTime.dateOf(clock.instant())),
                        preview,
                        UUID.randomUUID().toString(),
                        mayEdit && isDrafter && change.status() == CalendarChange.Status.DRAFT,
                        mayEdit && change.isOpen(),
                        actor.may(Permission.CALENDAR_APPROVE) && isSubmitted && !isDrafter,
                        mayEdit && change.canBeRolledBack()));
        return "workingday/change";
    }

    @Requires(Permission.CALENDAR_EDIT)
    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        CalendarChange change = changes.get(id);
        return form(
                new ChangeFormPage(
                        ChangeForm.of(change, changes.listDraftDays(id)), id, change.version(), false, List.of()),
                HttpStatus.OK);
    }

    @Requires(Permission.CALENDAR_EDIT)
    @PostMapping("/{id}")
    ModelAndView revise(
            @PathVariable long id,
            @RequestParam int version,
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = ChangeForm.of(typed);
        try {
            changes.revise(actor, id, version, form.draft(null));
            return redirect(id);
        } catch (InvalidInput invalid) {
            return form(
                    new ChangeFormPage(form.withBlankRows(), id, version, false, invalid.problems()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @Requires(Permission.CALENDAR_EDIT)
    @PostMapping("/{id}/submit")
    String submit(@PathVariable long id, @RequestParam int version, Actor actor, RedirectAttributes flash) {
        changes.submit(actor, id, version);
        return done(id, "已提交，等待另一名管理员复核。", flash);
    }

    @Requires(Permission.CALENDAR_EDIT)
    @PostMapping("/{id}/discard")
    String discard(@PathVariable long id, @RequestParam int version, Actor actor, RedirectAttributes flash) {
        changes.discard(actor, id, version);
        return done(id, "已放弃，日历没有改变。", flash);
    }

    @Requires(Permission.CALENDAR_APPROVE)
    @PostMapping("/{id}/approve")
    String approve(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam long revision,
            Actor actor,
            RedirectAttributes flash) {
        int moved = approval.approve(actor, id, version, revision);
        String consequence = moved == 0 ? "没有在办事项的到期日因此改变。" : moved + " 件在办事项的到期日随之改变，每件的审计账都写明了原因。";
        return done(id, "已生效。" + consequence, flash);
    }

    @Requires(Permission.CALENDAR_APPROVE)
    @PostMapping("/{id}/return")
    String sendBack(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String returnedNote,
            Actor actor,
            RedirectAttributes flash) {
        changes.sendBack(actor, id, version, returnedNote);
        return done(id, "已退回起草人。", flash);
    }

    @Requires(Permission.CALENDAR_EDIT)
    @PostMapping("/{id}/roll-back")
    String rollBack(
            @PathVariable long id,
            @RequestParam UUID commandId,
            @RequestParam(defaultValue = "") String note,
            Actor actor,
            RedirectAttributes flash) {
        long rollBack = changes.draftRollBack(actor, commandId, id, note);
        return done(rollBack, "回退已提交，等待另一名管理员复核。", flash);
    }

    /** every moved due date, for those who want them in a table of their own */
    @Requires({Permission.CALENDAR_EDIT, Permission.CALENDAR_APPROVE})
    @GetMapping("/{id}/moves.csv")
    ResponseEntity<byte[]> export(@PathVariable long id) {
        CalendarChange change = changes.get(id);
        var csv = new StringBuilder("\uFEFF事项,期限,依据,原到期日,新到期日,暂定\r\n");
        if (change.isOpen()) {
            for (CalendarPreview.Move move : previews.preview(change).moves()) {
                csv.append(cell(move.label())).append(',');
                csv.append(cell(move.limitName())).append(',');
                csv.append(cell(move.article())).append(',');
                csv.append(move.oldDue()).append(',').append(move.newDue()).append(',');
                csv.append(move.isProvisional() ? "是" : "否").append("\r\n");
            }
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"due-dates-" + id + ".csv\"")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** quoted, and never a formula for the spreadsheet that opens it */
    private static String cell(String text) {
        String harmless = text.matches("^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private CalendarFile.@Nullable Content read(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try {
            return files.read(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelAndView form(ChangeFormPage page, HttpStatus status) {
        var view = new ModelAndView("workingday/change-form", "page", page);
        view.setStatus(status);
        return view;
    }

    private static ModelAndView redirect(long id) {
        return new ModelAndView("redirect:/office/calendar/changes/" + id);
    }

    private static String done(long id, String message, RedirectAttributes flash) {
        flash.addFlashAttribute(Frame.MESSAGE, message);
        return "redirect:/office/calendar/changes/" + id;
    }
}
