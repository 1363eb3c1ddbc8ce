package org.guanwu.foundation.audit.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.audit.domain.ActVocabulary;
import org.guanwu.foundation.audit.domain.BrokenLink;
import org.guanwu.foundation.audit.domain.LedgerEntry;
import org.guanwu.foundation.audit.domain.LedgerReading;
import org.guanwu.foundation.audit.domain.LedgerVerification;
import org.guanwu.foundation.audit.domain.RecordedAct;
import org.guanwu.foundation.audit.domain.Verification;
import org.guanwu.foundation.audit.web.LedgerEntryPage.Fact;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Affiliation;
import org.guanwu.foundation.identity.Affiliations;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Entries in the auditor's words. */
@Component
class LedgerPages {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String NUMBER = "%,d";
    private static final Set<String> NUMBERS = Set.of("number", "文号", "catalogueNumber", "account");
    private static final int LONGEST_IN_LINE = 60;

    private final LedgerReading reading;
    private final LedgerVerification verification;
    private final ActVocabulary words;
    private final Sm3 sm3;
    private final ObjectProvider<Affiliations> people;

    LedgerPages(
            LedgerReading reading,
            LedgerVerification verification,
            ActVocabulary words,
            Sm3 sm3,
            ObjectProvider<Affiliations> people) {
        this.reading = reading;
        this.verification = verification;
        this.words = words;
        this.sm3 = sm3;
        this.people = people;
    }

    LedgerPage page(Actor actor, LedgerPage.Filter filter, Page<LedgerEntry> entries) {
        return page(actor, filter, entries, Map.of());
    }

    LedgerPage refused(Actor actor, LedgerPage.Filter filter, Map<String, String> problems) {
        return page(actor, filter, new Page<>(List.of(), null, null), problems);
    }

    private LedgerPage page(
            Actor actor, LedgerPage.Filter filter, Page<LedgerEntry> entries, Map<String, String> problems) {
        long count = reading.count(actor);
        List<LedgerPage.Choice> acts = reading.listActs(actor).stream()
                .map(code -> new LedgerPage.Choice(code, words.act(code), code.equals(filter.act())))
                .toList();
        return new LedgerPage(
                NUMBER.formatted(count),
                filter,
                problems,
                acts,
                entries.rows().stream().map(this::row).toList(),
                next(filter, entries.next()),
                verification.findLast().map(last -> result(last, count)).orElse(null),
                actor.may(Permission.LEDGER_EXPORT));
    }

    private LedgerPage.Row row(LedgerEntry entry) {
        RecordedAct act = entry.act();
        return new LedgerPage.Row(
                entry.seq(),
                SECOND.format(ChinaTime.at(entry.at())),
                act.actorName() + principal(act).map(name -> "（代" + name + "）").orElse(""),
                act.unitName(),
                words.act(act.act()),
                object(act),
                entry.hash(),
                entry.previousHash());
    }

    /** the thing, then its number if it has one, then up to two more facts: a line, not the entry */
    private String object(RecordedAct act) {
        var line = new ArrayList<String>();
        line.add(words.object(act.object().type())
                + (act.object().id() == 0 ? "" : " " + act.object().id()));
        var facts = new ArrayList<>(act.details().entrySet());
        facts.sort(Comparator.comparingInt(fact -> NUMBERS.contains(fact.getKey()) ? 0 : 1));
        facts.stream()
                .filter(fact -> !fact.getValue().isEmpty() && fact.getValue().length() <= LONGEST_IN_LINE)
                .limit(3)
                .map(fact -> NUMBERS.contains(fact.getKey()) ? fact.getValue() : named(fact))
                .forEach(line::add);
        return String.join("，", line);
    }

    private String named(Map.Entry<String, String> fact) {
        return words.fact(fact.getKey()) + " " + worded(fact.getValue());
    }

    private static String worded(String value) {
        return switch (value) {
            case "true" -> "是";
            case "false" -> "否";
            default -> value;
        };
    }

    private static @Nullable String next(LedgerPage.Filter filter, @Nullable String cursor) {
        return cursor == null
                ? null
                : UriComponentsBuilder.fromPath("/office/ledger")
                        .queryParam("object", "{object}")
                        .queryParam("person", "{person}")
                        .queryParam("act", "{act}")
                        .queryParam("from", "{from}")
                        .queryParam("to", "{to}")
                        .queryParam("cursor", "{cursor}")
                        .encode()
                        .buildAndExpand(
                                filter.object(), filter.person(), filter.act(), filter.from(), filter.to(), cursor)
                        .toUriString();
    }

    private static LedgerPage.Result result(Verification last, long count) {
        BrokenLink broken = last.broken();
        return new LedgerPage.Result(
                last.isIntact(),
                ChinaTime.minute(last.at()),
                "%.1f".formatted(last.duration().toMillis() / 1000.0),
                NUMBER.formatted(last.entries()),
                NUMBER.formatted(Math.max(0, last.entries() - 1)),
                count - last.headSeq(),
                last.backwards(),
                last.headSeq() + ":" + last.headHash(),
                broken == null ? null : broken.sentence(),
                broken == null ? null : NUMBER.formatted(Math.max(0, last.headSeq() - broken.seq() + 1)));
    }

    LedgerEntryPage entry(Actor actor, LedgerEntry entry) {
        RecordedAct act = entry.act();
        var facts = new ArrayList<Fact>();
        add(facts, "时间", SECOND.format(ChinaTime.at(entry.at())));
        add(facts, "办理人", act.actorName() + (act.actorId() == null ? "" : "（人员 " + act.actorId() + "）"));
        principal(act).ifPresent(name -> add(facts, "代谁办理", name + "（人员 " + act.principalId() + "）"));
        add(facts, "单位", act.unitName());
        add(facts, "动作", words.act(act.act()) + "（" + act.act() + "）");
        add(facts, "对象", words.object(act.object().type()) + (act.object().id() == 0 ? "" : "（" + act.object() + "）"));
        act.details().forEach((name, value) -> add(facts, words.fact(name), worded(value)));
        add(facts, "网络地址", act.address());
        digest(facts, "事前摘要 SM3", act.beforeDigest());
        digest(facts, "事后摘要 SM3", act.afterDigest());
        digest(facts, "上一条摘要", entry.previousHash());
        digest(facts, "本条摘要", entry.hash());
        return new LedgerEntryPage(
                entry.seq(),
                facts,
                entry.hash().equals(entry.computedHash(sm3)),
                entry.seq() > 1,
                entry.seq() < reading.count(actor));
    }

    /** for whom, when not for oneself; the entry holds the id, the name is today's */
    private Optional<String> principal(RecordedAct act) {
        Long principal = act.principalId();
        if (principal == null || principal.equals(act.actorId())) {
            return Optional.empty();
        }
        Affiliations known = people.getIfAvailable();
        return Optional.of(
                known == null
                        ? "人员 " + principal
                        : known.find(principal).map(Affiliation::name).orElse("人员 " + principal));
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value, false));
        }
    }

    private static void digest(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, value, true));
        }
    }
}
