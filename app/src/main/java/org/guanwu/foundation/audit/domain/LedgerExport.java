package org.guanwu.foundation.audit.domain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.audit.LedgerExports;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 导出: the chain as compressed JSON lines between a header and a trailer; {@code docs/ledger-format.md}. */
@Component
public class LedgerExport implements LedgerExports {

    private static final int BATCH = 2000;

    private final LedgerRepository entries;
    private final Ledger ledger;
    private final Clock clock;

    LedgerExport(LedgerRepository entries, Ledger ledger, Clock clock) {
        this.entries = entries;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Taking the ledger out is itself an act, and stands in what is taken out. */
    @Transactional
    public void announce(Actor actor) {
        if (!actor.may(Permission.LEDGER_EXPORT)) {
            throw new NotFound("ledger export");
        }
        long seq = entries.head().seq();
        ledger.record(Act.by(
                actor, "audit.ledger-exported", new Matter("ledger", seq), Map.of("entries", Long.toString(seq))));
    }

    @Override
    public long write(OutputStream target) throws IOException {
        LedgerRepository.Head head = entries.head();
        try (var out = new DigestingLines(new GZIPOutputStream(target, 1 << 16))) {
            out.line(LedgerLine.write(new LedgerLine.Header(LedgerEntry.FORMAT, LedgerEntry.time(clock.instant()))));
            long seq = 0;
            while (seq < head.seq()) {
                List<LedgerEntry> batch = entries.list(seq, head.seq(), BATCH);
                if (batch.isEmpty()) {
                    break; // entries are missing at the end; the trailer below says what the head should have been
                }
                for (LedgerEntry entry : batch) {
                    out.line(LedgerLine.write(entry));
                }
                seq = batch.getLast().seq();
            }
            String digest = out.digest();
            out.line(LedgerLine.write(new LedgerLine.Trailer(head.seq(), head.seq(), head.hash(), digest)));
        }
        return head.seq();
    }

    private static final class DigestingLines implements AutoCloseable {

        private final OutputStream out;
        private final SM3Digest sm3 = new SM3Digest();

        DigestingLines(OutputStream out) {
            this.out = new BufferedOutputStream(out, 1 << 16);
        }

        void line(String json) throws IOException {
            byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
            sm3.update(bytes, 0, bytes.length);
            out.write(bytes);
        }

        String digest() {
            byte[] digest = new byte[sm3.getDigestSize()];
            new SM3Digest(sm3).doFinal(digest, 0);
            return HexFormat.of().formatHex(digest);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
