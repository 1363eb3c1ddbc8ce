package org.guanwu.openness.publication.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.SearchIntake;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.openness.publication.HistoricalPublications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A step of a bulk import: numbers for all at once, rows in batches. The counters are locked in the order of their keys,
 * so that two imports cannot wait for each other.
 */
@Component
class HistoricalRelease implements HistoricalPublications {

    private final HistoricalRows rows;
    private final CatalogueNumbers numbers;
    private final CatalogueTerms terms;
    private final SearchIntake search;
    private final Organization organization;
    private final Withdrawal withdrawal;
    private final Ledger ledger;
    private final Clock clock;

    HistoricalRelease(
            HistoricalRows rows,
            CatalogueNumbers numbers,
            CatalogueTerms terms,
            SearchIntake search,
            Organization organization,
            Withdrawal withdrawal,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.terms = terms;
        this.search = search;
        this.organization = organization;
        this.withdrawal = withdrawal;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Published> publish(Actor actor, long reviewId, List<Historical> items) {
        Map<String, Published> known = rows.findKnown(
                items.stream().map(i -> sourceKey(i.naturalKey())).toList());
        List<Historical> fresh = new ArrayList<>();
        Set<String> taken = new HashSet<>(known.keySet());
        for (Historical item : items) {
            if (taken.add(sourceKey(item.naturalKey()))) {
                fresh.add(item);
            }
        }
        if (!fresh.isEmpty()) {
            insert(actor, reviewId, fresh, known);
        }
        return items.stream().map(i -> known.get(sourceKey(i.naturalKey()))).toList();
    }

    private void insert(Actor actor, long reviewId, List<Historical> fresh, Map<String, Published> published) {
        Instant now = clock.instant();
        LocalDate today = ChinaTime.dateOf(now);
        Map<Long, Unit> units = new HashMap<>();
        Map<Long, String> codes = new HashMap<>();
        Map<String, List<Integer>> byCounter = new TreeMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            long unitId = fresh.get(i).unitId();
            units.computeIfAbsent(unitId, organization::getUnit);
            codes.computeIfAbsent(unitId, id -> CatalogueNumbers.authorityCode(numbers.authorityOf(id)));
            String counter =
                    codes.get(unitId) + "/" + fresh.get(i).documentDate().getYear();
            byCounter.computeIfAbsent(counter, key -> new ArrayList<>()).add(i);
        }
        String[] catalogue = new String[fresh.size()];
        byCounter.forEach((counter, members) -> {
            String code = counter.substring(0, counter.indexOf('/'));
            int year = Integer.parseInt(counter.substring(counter.indexOf('/') + 1));
            int serial = numbers.allocate(code, year, members.size());
            for (int i : members) {
                catalogue[i] = CatalogueNumbers.format(code, year, serial++);
            }
        });
        List<Long> ids = rows.nextIds(fresh.size());
        List<HistoricalRows.Row> inserts = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Historical item = fresh.get(i);
            Unit unit = units.get(item.unitId());
            var rule = new ValidityRule(
                    item.effectiveOn(),
                    item.isPartlyRepealed() ? item.documentDate() : null,
                    item.isRepealed() ? item.documentDate() : null);
            inserts.add(new HistoricalRows.Row(
                    ids.get(i),
                    sourceKey(item.naturalKey()),
                    catalogue[i],
                    unit,
                    codes.get(unit.id()),
                    item,
                    rule,
                    today));
            published.put(sourceKey(item.naturalKey()), new Published(ids.get(i), catalogue[i], true));
        }
        rows.insert(inserts, reviewId, actor, now);
        search.putAll(inserts.stream().map(HistoricalRelease::entry).toList());
        ledger.record(Act.by(
                actor,
                "publication.imported",
                new Matter("release-review", reviewId),
                Map.of(
                        "items",
                        String.valueOf(fresh.size()),
                        "first",
                        catalogue[0],
                        "last",
                        catalogue[fresh.size() - 1])));
    }

    private static SearchEntry entry(HistoricalRows.Row row) {
        Historical item = row.item();
        return new SearchEntry(
                new Matter(Item.MATTER_TYPE, row.id()).toString(),
                PublicEntries.KIND,
                "/documents/" + row.catalogueNumber(),
                item.title(),
                item.documentNumber(),
                row.catalogueNumber(),
                item.text().toPlainText(),
                row.unit().id(),
                row.unit().name(),
                item.topic(),
                item.type(),
                item.documentDate(),
                item.publishedOn(),
                row.rule().on(row.today()).name(),
                Set.of(SearchEntry.PUBLIC));
    }

    @Override
    public Set<String> findKnown(Set<String> naturalKeys) {
        Set<String> known = new HashSet<>();
        rows.findKnown(naturalKeys.stream().map(HistoricalRelease::sourceKey).toList())
                .keySet()
                .forEach(key -> known.add(key.substring("gazette:".length())));
        return known;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Actor actor, List<Long> ids, String reason) {
        ids.forEach(id -> withdrawal.withdraw(actor, id, reason));
    }

    @Override
    public String topicOf(String words) {
        return code(words.replaceAll("类$", ""), terms.topics(), "other");
    }

    @Override
    public String typeOf(String words) {
        if (words.contains("规章")) {
            return "REGULATION";
        }
        return words.contains("规范性文件") ? "NORMATIVE_DOCUMENT" : code(words, terms.types(), "OTHER");
    }

    private static String code(String words, Map<String, String> labels, String otherwise) {
        String wanted = words.strip();
        if (labels.containsKey(wanted)) {
            return wanted;
        }
        return labels.entrySet().stream()
                .filter(term -> !wanted.isEmpty()
                        && (term.getValue().equals(wanted)
                                || wanted.length() > 1 && term.getValue().startsWith(wanted)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    static String sourceKey(String naturalKey) {
        return "gazette:" + naturalKey;
    }
}
