package org.guanwu.openness.gazetteimport.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.OpenRelease;
import org.guanwu.office.secrecyreview.ReleaseReviews;
import org.guanwu.openness.gazetteimport.domain.FolderTable.Named;
import org.guanwu.openness.gazetteimport.domain.SourceTable.SourceRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 选文件、对应、送审、暂停、继续、撤回: the acts of a person on a batch. */
@Component
public class Batches {

    static final int MOST_HELD_PER_REVIEW = 200;
    private static final Duration ROLL_BACK_WITHIN = Duration.ofHours(24);

    private final BatchRepository batches;
    private final FolderTable folders;
    private final RowCheck check;
    private final ReleaseReviews gate;
    private final Ledger ledger;
    private final Clock clock;

    Batches(
            BatchRepository batches,
            FolderTable folders,
            RowCheck check,
            ReleaseReviews gate,
            Ledger ledger,
            Clock clock) {
        this.batches = batches;
        this.folders = folders;
        this.check = check;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** a file as it was chosen */
    public record Upload(String name, byte[] content) {}

    /**
     * Reads what was chosen into rows. When this returns, every row is kept or named as refused; the file itself is not
     * kept, since a refused row may not be.
     *
     * @param commandId of the form: pressing twice makes one batch
     */
    @Transactional
    public long open(Actor actor, String commandId, List<Upload> uploads) {
        actor.require(Permission.GAZETTE_IMPORT, actor.unitPath());
        String command = actor.accountId() + ":" + commandId;
        var known = batches.findByCommand(command);
        if (known.isPresent()) {
            return known.get();
        }
        if (uploads.isEmpty()) {
            throw new InvalidInput("files", "请选择要导入的文件。");
        }
        SourceTable table = read(uploads);
        if (table.rows().isEmpty()) {
            throw new InvalidInput("files", "文件里没有可以导入的行。");
        }
        if (table.rows().size() > SourceTable.MOST_ROWS) {
            throw new InvalidInput("files", "一次最多 50 万行，请分成几个文件。");
        }
        List<SourceRow> rows = table.rows().stream().map(this::withoutMarked).toList();
        String name = uploads.size() == 1 ? uploads.getFirst().name() : uploads.size() + " 个文件";
        long id = batches.insert(
                command,
                name.length() > 200 ? name.substring(0, 200) : name,
                table,
                ColumnMapping.guess(table.columns()),
                actor,
                clock.instant());
        batches.insertRows(id, rows);
        ledger.record(Act.by(
                actor,
                "gazetteimport.opened",
                batches.lock(id).matter(),
                Map.of("rows", String.valueOf(rows.size()), "format", table.format())));
        return id;
    }

    private SourceRow withoutMarked(SourceRow row) {
        return check.isMarked(row.values()) ? new SourceRow(row.line(), Map.of(), RowCheck.MARKED) : row;
    }

    private SourceTable read(List<Upload> uploads) {
        if (uploads.size() == 1) {
            Upload upload = uploads.getFirst();
            String name = upload.name().toLowerCase(Locale.ROOT);
            boolean isZip = upload.content().length > 3 && upload.content()[0] == 'P' && upload.content()[1] == 'K';
            if (name.endsWith(".xlsx")) {
                return WorkbookTable.read(upload.content());
            }
            if (isZip && !name.endsWith(".docx") && !name.endsWith(".ofd")) {
                return folders.read(FolderTable.unzip(upload.content()), check::isMarked);
            }
            if (name.endsWith(".jsonl") || name.endsWith(".json") || name.endsWith(".ndjson")) {
                return TextTables.jsonLines(TextTables.decode(upload.content()));
            }
            if (name.endsWith(".csv") || name.endsWith(".tsv")) {
                return TextTables.csv(TextTables.decode(upload.content()));
            }
        }
        return folders.read(
                uploads.stream().map(u -> new Named(u.name(), u.content())).toList(), check::isMarked);
    }

    /** 对应 confirmed: the dry run begins, nothing is published */
    @Transactional
    public void map(Actor actor, long id, Map<Field, String> columns) {
        Batch batch = own(actor, id);
        if (batch.state() != BatchState.MAPPING && batch.state() != BatchState.CHECKED) {
            throw new Refusal("gazetteimport.not-mapping", "现在是" + batch.state().label() + "，不能再改列的对应。");
        }
        Map<Field, String> mapping = new EnumMap<>(Field.class);
        columns.forEach((field, column) -> {
            if (batch.columns().contains(column)) {
                if (mapping.containsValue(column)) {
                    throw new InvalidInput(field.name(), "“" + column + "”已经对应到另一项，一列只能对应一项。");
                }
                mapping.put(field, column);
            } else if (!column.isBlank()) {
                throw new InvalidInput(field.name(), "文件里没有“" + column + "”这一列。");
            }
        });
        if (!ColumnMapping.isComplete(mapping.keySet())) {
            throw new InvalidInput(Field.TEXT.name(), "请指出哪一列是正文。");
        }
        batches.saveMapping(id, new ColumnMapping(mapping));
        batches.renew(id);
        batches.move(id, BatchState.CHECKING, clock.instant());
        ledger.record(Act.by(
                actor, "gazetteimport.mapped", batch.matter(), Map.of("fields", String.valueOf(mapping.size()))));
    }

    /** 送审: one approval for the batch; rows in which something was found stand in the review one by one */
    @Transactional
    public long submit(Actor actor, long id) {
        Batch batch = own(actor, id);
        if (batch.state() == BatchState.IN_REVIEW && batch.reviewId() != null) {
            return batch.reviewId();
        }
        if (batch.state() != BatchState.CHECKED && batch.state() != BatchState.DONE) {
            throw new Refusal("gazetteimport.not-checked", "现在是" + batch.state().label() + "，试导入完成后才能送审。");
        }
        var counts = batches.countRows(id);
        int ready = counts.getOrDefault(RowState.READY, 0);
        List<ImportedRow> held = batches.listRows(id, List.of(RowState.HELD), 0, MOST_HELD_PER_REVIEW);
        if (ready == 0 && held.isEmpty()) {
            throw new Refusal("gazetteimport.nothing", "没有可以导入的行。请看不能导入的原因，改好后重新上传。");
        }
        long review = gate.open(
                actor,
                new OpenRelease(
                        batch.matter(),
                        "导入历史文告：" + batch.fileName(),
                        batch.page(),
                        actor.personId(),
                        actor.name(),
                        batch.unitId(),
                        heldTexts(batch, held),
                        List.of(),
                        metadata(batch, counts, held.size())));
        batches.saveReview(id, review, "");
        batches.move(id, BatchState.IN_REVIEW, clock.instant());
        ledger.record(
                Act.by(actor, "gazetteimport.submitted", batch.matter(), Map.of("review", String.valueOf(review))));
        return review;
    }

    private static List<OpenRelease.Text> heldTexts(Batch batch, List<ImportedRow> held) {
        List<OpenRelease.Text> texts = new ArrayList<>();
        for (ImportedRow row : held) {
            texts.add(new OpenRelease.Text(
                    "row:" + row.line(),
                    "第 " + row.line() + " 行",
                    StructuredText.recover(batch.mapping().value(Field.TEXT, row.values()))));
        }
        return texts;
    }

    private static Map<String, String> metadata(Batch batch, Map<RowState, Integer> counts, int held) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("文件", batch.fileName());
        metadata.put("整批批准导入", counts.getOrDefault(RowState.READY, 0) + " 行，逐行见导入批次页");
        metadata.put("逐行列在本单", held + " 行，其中有自动检查的发现");
        metadata.put("不能导入", counts.getOrDefault(RowState.REJECTED, 0) + " 行");
        metadata.put("已有，跳过", counts.getOrDefault(RowState.SKIPPED, 0) + " 行");
        metadata.put(
                "列的对应",
                batch.mapping().columns().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> e.getKey().label() + "←" + e.getValue())
                        .reduce((a, b) -> a + "，" + b)
                        .orElse(""));
        return metadata;
    }

    @Transactional
    public void pause(Actor actor, long id) {
        setPaused(actor, id, true, "gazetteimport.paused");
    }

    @Transactional
    public void resume(Actor actor, long id) {
        setPaused(actor, id, false, "gazetteimport.resumed");
    }

    private void setPaused(Actor actor, long id, boolean isPaused, String act) {
        Batch batch = own(actor, id);
        if (!batch.state().isWorked() || batch.isPaused() == isPaused) {
            return;
        }
        batches.pause(id, isPaused);
        ledger.record(Act.by(actor, act, batch.matter(), Map.of()));
    }

    /** 停止 before anything is imported */
    @Transactional
    public void abandon(Actor actor, long id) {
        Batch batch = own(actor, id);
        if (batch.state() == BatchState.ABANDONED) {
            return;
        }
        if (batch.state().stage() >= BatchState.IMPORTING.stage()) {
            throw new Refusal("gazetteimport.already-importing", "已经开始导入，不能停止；可以暂停，或完成后 24 小时内整批撤回。");
        }
        gate.abandon(actor, batch.matter(), "导入人停止了这一批");
        batches.move(id, BatchState.ABANDONED, clock.instant());
        ledger.record(Act.by(actor, "gazetteimport.abandoned", batch.matter(), Map.of()));
    }

    /** 整批撤回 within a day: what was imported is withdrawn, each with the reason */
    @Transactional
    public void rollBack(Actor actor, long id) {
        Batch batch = batches.lock(id);
        requireToSee(actor, batch);
        actor.require(Permission.PUBLICATION_RELEASE, batch.unitPath());
        if (batch.state() == BatchState.ROLLING_BACK || batch.state() == BatchState.ROLLED_BACK) {
            return;
        }
        boolean isInTime = batch.finishedAt() != null
                && clock.instant().isBefore(batch.finishedAt().plus(ROLL_BACK_WITHIN));
        if (batch.state() != BatchState.DONE || !isInTime) {
            throw new Refusal("gazetteimport.too-late", "导入完成后 24 小时内才能整批撤回。之后请逐件撤下。");
        }
        batches.saveReview(id, null, String.valueOf(actor.personId()));
        batches.move(id, BatchState.ROLLING_BACK, clock.instant());
        ledger.record(Act.by(actor, "gazetteimport.roll-back-begun", batch.matter(), Map.of()));
    }

    private Batch own(Actor actor, long id) {
        Batch batch = batches.lock(id);
        requireToSee(actor, batch);
        actor.require(Permission.GAZETTE_IMPORT, batch.unitPath());
        return batch;
    }

    static void requireToSee(Actor actor, Batch batch) {
        boolean maySee = List.of(
                        Permission.GAZETTE_IMPORT,
                        Permission.DISCLOSURE_REVIEW,
                        Permission.SECRECY_REVIEW,
                        Permission.PUBLICATION_RELEASE)
                .stream()
                .anyMatch(permission -> actor.may(permission, batch.unitPath()));
        if (!maySee) {
            throw new NotFound("gazette-import " + batch.id());
        }
    }
}
