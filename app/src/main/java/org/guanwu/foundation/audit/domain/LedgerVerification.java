package org.guanwu.foundation.audit.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.audit.domain.BrokenLink.Kind;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 核验: every night and on demand, the chain from the first entry to the last, against the heads of earlier
 * verifications: a tail that was cut off leaves a perfect, shorter chain.
 */
@Service
public class LedgerVerification {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerVerification.class);

    private final LedgerRepository entries;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Sm3 sm3;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LedgerVerification(
            LedgerRepository entries,
            JdbcClient jdbc,
            Ledger ledger,
            Sm3 sm3,
            Clock clock,
            TransactionTemplate transaction) {
        this.entries = entries;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.sm3 = sm3;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(cron = "0 0 2 * * *", zone = "Asia/Shanghai")
    void verifyNightly() {
        note(verify(), Act.bySystem("audit.ledger-verified", new Matter("ledger", 0), Map.of()));
    }

    public Verification verify(Actor actor) {
        if (!actor.may(Permission.LEDGER_READ)) {
            throw new NotFound("ledger");
        }
        Verification verification = verify();
        note(
                verification,
                Act.by(
                        actor,
                        "audit.ledger-verified",
                        new Matter("ledger", verification.headSeq()),
                        Map.of("isIntact", Boolean.toString(verification.isIntact()))));
        return verification;
    }

    public Optional<Verification> findLast() {
        return jdbc.sql("select * from audit.verification order by id desc limit 1")
                .query((row, n) -> {
                    String kind = row.getString("broken_kind");
                    return new Verification(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getLong("head_seq"),
                            row.getString("head_hash"),
                            row.getLong("entries"),
                            row.getLong("backwards"),
                            Duration.ofMillis(row.getLong("duration_ms")),
                            kind == null
                                    ? null
                                    : new BrokenLink(
                                            row.getLong("broken_seq"),
                                            Kind.valueOf(kind),
                                            row.getString("expected"),
                                            row.getString("found")));
                })
                .optional();
    }

    Verification verify() {
        long started = System.nanoTime();
        Instant at = clock.instant();
        LedgerRepository.Head head = entries.head();
        var chain = new ChainCheck(sm3, 0, LedgerEntry.GENESIS);
        BrokenLink broken = DatabaseWalk.walk(entries, chain, head.seq()).orElseGet(this::compareWithEarlierHeads);
        return new Verification(
                at,
                head.seq(),
                head.hash(),
                chain.count(),
                chain.backwards(),
                Duration.ofNanos(System.nanoTime() - started),
                broken);
    }

    private @Nullable BrokenLink compareWithEarlierHeads() {
        return jdbc.sql("""
                        select v.head_seq, v.head_hash, e.hash
                        from audit.verification v left join audit.ledger_entry e on e.seq = v.head_seq
                        where v.broken_seq is null and v.head_seq > 0 and e.hash is distinct from v.head_hash
                        order by v.head_seq limit 1""")
                .query((row, n) -> new BrokenLink(
                        row.getLong(1),
                        Kind.ANCHOR,
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)).orElse("账中没有这一条")))
                .optional()
                .orElse(null);
    }

    private void note(Verification verification, Act act) {
        BrokenLink broken = verification.broken();
        if (broken != null) {
            LOG.error(
                    "the ledger is broken: {} expected {} found {}",
                    broken.sentence(),
                    broken.expected(),
                    broken.found());
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into audit.verification (at, head_seq, head_hash, entries, backwards, duration_ms,
                                broken_seq, broken_kind, expected, found)
                            values (:at, :seq, :hash, :entries, :backwards, :duration, :brokenSeq, :kind, :expected, :found)""")
                    .param("at", verification.at().atOffset(ZoneOffset.UTC))
                    .param("seq", verification.headSeq())
                    .param("hash", verification.headHash())
                    .param("entries", verification.entries())
                    .param("backwards", verification.backwards())
                    .param("duration", verification.duration().toMillis())
                    .param("brokenSeq", broken == null ? null : broken.seq())
                    .param("kind", broken == null ? null : broken.kind().name())
                    .param("expected", broken == null ? null : broken.expected())
                    .param("found", broken == null ? null : broken.found())
                    .update();
            ledger.record(act);
        });
    }
}
