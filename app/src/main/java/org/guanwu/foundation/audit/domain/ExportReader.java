package org.guanwu.foundation.audit.domain;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.audit.domain.BrokenLink.Kind;
import org.jspecify.annotations.Nullable;

/** Checks an export, compressed or not, from the first line to the last; needs no database and no network. */
public final class ExportReader {

    private final Sm3 sm3;

    public ExportReader(Sm3 sm3) {
        this.sm3 = sm3;
    }

    /**
     * @param broken null when the chain holds
     * @param fault null when the file is whole; else what is wrong with it
     */
    public record Verdict(
            long count,
            long headSeq,
            String headHash,
            long backwards,
            @Nullable BrokenLink broken,
            @Nullable String fault) {

        public boolean isIntact() {
            return broken == null && fault == null;
        }
    }

    /** A digest noted earlier, elsewhere: the chain must still contain it. It is what finds a cut-off tail. */
    public record Anchor(long seq, String hash) {}

    public Verdict verify(InputStream file, @Nullable Anchor anchor) {
        var walk = new Walk(anchor);
        try (var lines = new BufferedReader(new InputStreamReader(
                plain(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            walk.readAll(lines);
        } catch (IOException damaged) {
            walk.fault = "文件不完整或已损坏，读到第 " + walk.lines + " 行为止。";
        }
        return walk.verdict();
    }

    private static InputStream plain(InputStream file) throws IOException {
        var in = new BufferedInputStream(file, 1 << 16);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private final class Walk {

        private final @Nullable Anchor anchor;
        private final SM3Digest content = new SM3Digest();
        private final ChainCheck chain = new ChainCheck(sm3, 0, LedgerEntry.GENESIS);
        private boolean isAnchorSeen;
        private long lines;
        private @Nullable BrokenLink broken;
        private @Nullable String fault;

        Walk(@Nullable Anchor anchor) {
            this.anchor = anchor;
        }

        void readAll(BufferedReader in) throws IOException {
            String line = in.readLine();
            if (line == null) {
                fault = "文件是空的。";
                return;
            }
            try {
                header(line);
                LedgerLine.@Nullable Trailer trailer = null;
                while (fault == null && broken == null && trailer == null && (line = in.readLine()) != null) {
                    if (line.startsWith("{\"entries\":")) {
                        trailer = LedgerLine.read(line, LedgerLine.Trailer.class);
                    } else {
                        entry(line);
                    }
                    lines++;
                }
                if (fault == null && broken == null) {
                    finish(trailer, in.readLine());
                }
            } catch (LedgerLine.UnreadableLine unreadable) {
                fault = "第 " + (lines + 1) + " 行不是审计账记录（应为第 " + (chain.headSeq() + 1) + " 条）。";
            }
        }

        private void header(String line) {
            var header = LedgerLine.read(line, LedgerLine.Header.class);
            lines++;
            digest(line);
            if (!LedgerEntry.FORMAT.equals(header.format())) {
                fault = "不认识的格式：" + header.format() + "。";
            }
        }

        private void entry(String line) {
            digest(line);
            LedgerEntry entry = LedgerLine.read(line);
            broken = chain.accept(entry).orElse(null);
            if (broken == null && anchor != null && entry.seq() == anchor.seq()) {
                isAnchorSeen = true;
                if (!entry.hash().equals(anchor.hash())) {
                    broken = new BrokenLink(anchor.seq(), Kind.ANCHOR, anchor.hash(), entry.hash());
                }
            }
        }

        private void finish(LedgerLine.@Nullable Trailer trailer, @Nullable String after) {
            if (trailer == null) {
                fault = "没有结尾行，文件在第 " + lines + " 行之后被截断。";
            } else if (after != null) {
                fault = "结尾行之后还有内容。";
            } else if (trailer.headSeq() != chain.headSeq()
                    || !trailer.headHash().equals(chain.headHash())) {
                broken = new BrokenLink(
                        chain.headSeq() + 1,
                        trailer.headSeq() > chain.headSeq() ? Kind.MISSING : Kind.PREVIOUS,
                        trailer.headSeq() + " " + trailer.headHash(),
                        chain.headSeq() + " " + chain.headHash());
            } else if (!trailer.digest().equals(digest())) {
                fault = "文件摘要不符，文件在导出后被改动。";
            } else if (anchor != null && !isAnchorSeen) {
                broken = new BrokenLink(anchor.seq(), Kind.ANCHOR, anchor.hash(), "账中没有这一条");
            }
        }

        private void digest(String line) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            content.update(bytes, 0, bytes.length);
        }

        private String digest() {
            byte[] digest = new byte[content.getDigestSize()];
            content.doFinal(digest, 0);
            return HexFormat.of().formatHex(digest);
        }

        Verdict verdict() {
            return new Verdict(chain.count(), chain.headSeq(), chain.headHash(), chain.backwards(), broken, fault);
        }
    }
}
