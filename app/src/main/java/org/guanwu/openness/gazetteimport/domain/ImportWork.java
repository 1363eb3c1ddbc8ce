package org.guanwu.openness.gazetteimport.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.openness.gazetteimport.domain.RowReading.Facts;
import org.guanwu.openness.gazetteimport.domain.RowReading.Read;
import org.guanwu.openness.publication.HistoricalPublications;
import org.guanwu.openness.publication.HistoricalPublications.Historical;
import org.guanwu.openness.publication.HistoricalPublications.Published;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One step on one batch: some rows, one transaction. What a step does to a row is committed with it or not at all. */
@Component
class ImportWork {

    private final BatchRepository batches;
    private final RowCheck check;
    private final HistoricalPublications publications;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    ImportWork(
            BatchRepository batches,
            RowCheck check,
            HistoricalPublications publications,
            People people,
            Ledger ledger,
            Clock clock) {
        this.batches = batches;
        this.check = check;
        this.publications = publications;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return id of the batch that was worked on, -1 when there is none behind {@code afterId} */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long step(long afterId, int rows) {
        var next = batches.lockNextToWork(afterId);
        if (next.isEmpty()) {
            return -1;
        }
        Batch batch = next.get();
        if (batch.state() == BatchState.CHECKING) {
            checkRows(batch, rows);
        } else if (batch.state() == BatchState.IMPORTING) {
            importRows(batch, rows);
        } else {
            withdrawRows(batch, rows);
        }
        return batch.id();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long nextToWork(long afterId) {
        return batches.lockNextToWork(afterId).map(Batch::id).orElse(-1L);
    }

    /** the row that keeps the others from being done is set aside with a reason */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void putAside(long batchId) {
        Batch batch = batches.lock(batchId);
        RowState waiting = batch.state() == BatchState.CHECKING ? RowState.NEW : RowState.READY;
        batches.listRows(batchId, List.of(waiting), 0, 1)
                .forEach(row -> batches.saveChecked(
                        batchId,
                        List.of(with(
                                row,
                                RowState.REJECTED,
                                List.of(Problem.blocking("", "", "系统没能处理这一行，其余的行不受影响。请把批次号和行号告诉系统管理员")),
                                row.naturalKey()))));
    }

    private void checkRows(Batch batch, int limit) {
        var rows = batches.listRows(batch.id(), List.of(RowState.NEW), 0, limit);
        if (rows.isEmpty()) {
            batches.move(batch.id(), BatchState.CHECKED, clock.instant());
            return;
        }
        var reading = new RowReading(batch.mapping(), batch.unitName(), today());
        Map<Integer, Read> reads = new HashMap<>();
        Set<String> keys = rows.stream()
                .map(row -> {
                    Read read = reading.read(row.values());
                    reads.put(row.line(), read);
                    return read.facts();
                })
                .filter(Objects::nonNull)
                .map(facts -> facts.naturalKey(batch.unitId()))
                .collect(Collectors.toSet());
        Set<String> known = publications.findKnown(keys);
        Map<String, Integer> earlier = new HashMap<>(batches.findEarlierLines(batch.id(), keys));
        List<ImportedRow> checked = new ArrayList<>();
        for (ImportedRow row : rows) {
            checked.add(checked(batch, row, reads.get(row.line()), known, earlier));
        }
        batches.saveChecked(batch.id(), checked);
    }

    private ImportedRow checked(
            Batch batch, ImportedRow row, Read read, Set<String> known, Map<String, Integer> earlier) {
        Facts facts = read.facts();
        if (facts == null) {
            return with(row, RowState.REJECTED, read.problems(), null);
        }
        String key = facts.naturalKey(batch.unitId());
        String number = facts.number() == null ? "" : facts.number();
        if (known.contains(key)) {
            return with(
                    row,
                    RowState.SKIPPED,
                    List.of(Problem.toSee(batch.mapping().columnOf(Field.NUMBER), number, "已在公开目录中，不重复导入")),
                    key);
        }
        Integer first = earlier.putIfAbsent(key, row.line());
        if (first != null) {
            return with(
                    row,
                    RowState.SKIPPED,
                    List.of(Problem.toSee(
                            batch.mapping().columnOf(Field.NUMBER), number, "与第 " + first + " 行重复，只导入第一次出现的")),
                    key);
        }
        List<Problem> problems = new ArrayList<>(read.problems());
        List<Problem> leaks = check.leaks(batch.mapping(), StructuredText.recover(facts.text()), facts.title());
        problems.addAll(leaks);
        boolean isBlocked = leaks.stream().anyMatch(Problem::isBlocking);
        RowState state = isBlocked ? RowState.REJECTED : leaks.isEmpty() ? RowState.READY : RowState.HELD;
        return with(row, state, problems, key);
    }

    private void importRows(Batch batch, int limit) {
        var rows = batches.listRows(batch.id(), List.of(RowState.READY), 0, limit);
        if (rows.isEmpty()) {
            batches.move(batch.id(), BatchState.DONE, clock.instant());
            ledger.record(Act.bySystem(
                    "gazetteimport.done",
                    batch.matter(),
                    Map.of(
                            "imported",
                            String.valueOf(batches.countRows(batch.id()).getOrDefault(RowState.IMPORTED, 0)))));
            return;
        }
        Actor importer = people.findActor(batch.importerId()).orElse(null);
        if (importer == null) {
            // nobody may be named as the one who imports: the batch waits for a person who resumes it
            batches.pause(batch.id(), true);
            return;
        }
        var reading = new RowReading(batch.mapping(), batch.unitName(), today());
        List<Historical> items = new ArrayList<>();
        List<ImportedRow> taken = new ArrayList<>();
        List<ImportedRow> refused = new ArrayList<>();
        for (ImportedRow row : rows) {
            Read read = reading.read(row.values());
            if (read.facts() == null) {
                refused.add(with(row, RowState.REJECTED, read.problems(), row.naturalKey()));
            } else {
                items.add(historical(batch, row, read.facts()));
                taken.add(row);
            }
        }
        batches.saveChecked(batch.id(), refused);
        List<Published> published = publications.publish(importer, Objects.requireNonNull(batch.reviewId()), items);
        List<ImportedRow> done = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            ImportedRow row = taken.get(i);
            Published item = published.get(i);
            done.add(new ImportedRow(
                    row.line(),
                    item.isNew() ? RowState.IMPORTED : RowState.SKIPPED,
                    row.values(),
                    row.problems(),
                    row.naturalKey(),
                    row.cleanedText(),
                    item.id(),
                    item.catalogueNumber()));
        }
        batches.saveImported(batch.id(), done);
    }

    private Historical historical(Batch batch, ImportedRow row, Facts facts) {
        String text = row.cleanedText() == null ? facts.text() : row.cleanedText();
        String typeWords = facts.number() != null && facts.number().startsWith("公告") ? "公告" : facts.typeWords();
        return new Historical(
                facts.naturalKey(batch.unitId()),
                batch.unitId(),
                facts.title(),
                facts.number(),
                facts.authority(),
                publications.topicOf(facts.topicWords()),
                publications.typeOf(typeWords),
                facts.documentDate(),
                facts.publishedOn(),
                facts.effectiveOn(),
                facts.isRepealed(),
                facts.isPartlyRepealed(),
                StructuredText.recover(text),
                List.of(),
                facts.remarks().isEmpty() ? null : facts.remarks());
    }

    private void withdrawRows(Batch batch, int limit) {
        var rows = batches.listRows(batch.id(), List.of(RowState.IMPORTED), 0, limit);
        var actor = people.findActor(Long.parseLong(batch.reviewNote()));
        if (rows.isEmpty() || actor.isEmpty()) {
            batches.move(batch.id(), rows.isEmpty() ? BatchState.ROLLED_BACK : BatchState.DONE, clock.instant());
            return;
        }
        publications.withdraw(
                actor.get(),
                rows.stream()
                        .map(ImportedRow::publicationId)
                        .filter(Objects::nonNull)
                        .toList(),
                "导入有误，整批撤回，核对后重新公布");
        batches.saveImported(
                batch.id(),
                rows.stream()
                        .map(row -> with(row, RowState.ROLLED_BACK, row.problems(), row.naturalKey()))
                        .toList());
    }

    private LocalDate today() {
        return ChinaTime.dateOf(clock.instant());
    }

    private static ImportedRow with(ImportedRow row, RowState state, List<Problem> problems, @Nullable String key) {
        return new ImportedRow(
                row.line(),
                state,
                row.values(),
                problems,
                key,
                row.cleanedText(),
                row.publicationId(),
                row.catalogueNumber());
    }
}
