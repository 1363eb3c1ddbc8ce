package org.guanwu.foundation.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.audit.domain.BrokenLink.Kind;
import org.guanwu.foundation.shared.Matter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportReaderTests {

    private static final Sm3 SM3 = Sm3.bouncyCastle();
    private static final Instant START = Instant.parse("2026-10-14T01:00:00.000001Z");

    private final ExportReader reader = new ExportReader(SM3);

    @Test
    @DisplayName("GB/T 32905-2016 附录A 示例1：abc")
    void sm3IsTheStandardOne() {
        assertThat(SM3.hex("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void canonicalFormIsTheDocumentedOne() {
        var act = new RecordedAct(
                7L,
                "陈某",
                null,
                3L,
                "秘书科",
                "officialdocument.signed",
                new Matter("outgoing-document", 42),
                null,
                "a".repeat(64),
                "10.0.0.9",
                Map.of("b", "2", "a", "一"));
        var entry = new LedgerEntry(1, Instant.parse("2026-10-14T06:35:42.5Z"), act, LedgerEntry.GENESIS, "");
        assertThat(new String(entry.canonical(), StandardCharsets.UTF_8))
                .isEqualTo("15:guanwu-ledger/1,1:1,27:2026-10-14T06:35:42.500000Z,1:7,6:陈某,-,1:3,9:秘书科,"
                        + "23:officialdocument.signed,17:outgoing-document,2:42,-,64:" + "a".repeat(64)
                        + ",8:10.0.0.9,1:2,1:a,3:一,1:b,1:2,64:" + "0".repeat(64) + ",");
    }

    @Test
    void detailsStandInTheOrderOfTheirUtf8Bytes() {
        var act = RecordedAct.of(
                Act.bySystem("a.b", new Matter("x", 1), Map.of("\uffee", "later in Java", "😀", "later in UTF-8")),
                SM3);
        var text = new String(
                LedgerEntry.following(0, LedgerEntry.GENESIS, START, act, SM3).canonical(), StandardCharsets.UTF_8);
        assertThat(text.indexOf("\uffee")).isLessThan(text.indexOf("😀"));
    }

    @Test
    void acceptsAWholeExportCompressedOrNot() throws IOException {
        List<String> lines = export(chain(50));
        var verdict = verify(lines);
        assertThat(verdict.isIntact()).isTrue();
        assertThat(verdict.count()).isEqualTo(50);
        var gz = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gz)) {
            out.write(bytes(lines));
        }
        assertThat(reader.verify(new ByteArrayInputStream(gz.toByteArray()), null))
                .isEqualTo(verdict);
        var half = java.util.Arrays.copyOf(gz.toByteArray(), gz.size() / 2);
        assertThat(reader.verify(new ByteArrayInputStream(half), null).fault()).contains("损坏");
    }

    @Test
    void namesTheEditedEntry() {
        var lines = export(chain(20));
        lines.set(8, lines.get(8).replace("第8号", "第9号"));
        assertBroken(verify(lines), 8, Kind.CONTENT);
    }

    @Test
    void namesTheNextEntryWhenTheEditedOneWasHashedAgain() {
        List<LedgerEntry> chain = chain(20);
        LedgerEntry old = chain.get(7);
        chain.set(7, LedgerEntry.following(7, old.previousHash(), START.plusSeconds(1), old.act(), SM3));
        assertBroken(verify(export(chain)), 9, Kind.PREVIOUS);
    }

    @Test
    void namesTheRemovedEntry() {
        var lines = export(chain(20));
        lines.remove(8);
        assertBroken(verify(lines), 8, Kind.MISSING);
    }

    @Test
    void namesTheFirstOfTwoSwappedEntries() {
        var lines = export(chain(20));
        Collections.swap(lines, 8, 9);
        assertBroken(verify(lines), 8, Kind.MISSING);
        var doubled = export(chain(20));
        doubled.add(9, doubled.get(8));
        assertBroken(verify(doubled), 8, Kind.OUT_OF_ORDER);
    }

    @Test
    void namesTheFirstEntryThatWasCutOffTheEnd() {
        var lines = export(chain(20));
        lines.subList(15, 21).clear();
        assertBroken(verify(lines), 15, Kind.MISSING);
    }

    @Test
    void aRewrittenOrShortenedLedgerIsFoundByAnEarlierHead() {
        List<LedgerEntry> whole = chain(20);
        var anchor = new ExportReader.Anchor(18, whole.get(17).hash());
        assertThat(verify(export(whole), anchor).isIntact()).isTrue();
        assertBroken(verify(export(whole.subList(0, 10)), anchor), 18, Kind.ANCHOR);
        var wrong = new ExportReader.Anchor(18, "f".repeat(64));
        assertBroken(verify(export(whole), wrong), 18, Kind.ANCHOR);
    }

    @Test
    void aFieldThatNoHashCoversIsNotAccepted() {
        var lines = export(chain(5));
        lines.set(3, lines.get(3).replaceFirst("\\{", "{\"comment\":\"已核\","));
        assertThat(verify(lines).fault()).contains("第 4 行");
        var twice = export(chain(5));
        twice.set(3, twice.get(3).replaceFirst("\\{", "{\"actorName\":\"王某\","));
        assertThat(verify(twice).fault()).contains("第 4 行");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "null",
                "[]",
                "{\"format\":\"guanwu-ledger/2\",\"exportedAt\":\"\"}",
                "{\"format\":\"guanwu-ledger/1\",\"exportedAt\":\"\"}",
                "{\"format\":\"guanwu-ledger/1\",\"exportedAt\":\"\"}\nnull",
                "{\"format\":\"guanwu-ledger/1\",\"exportedAt\":\"\"}\n{\"seq\":1}"
            })
    void anythingElseIsAFaultNeverAnError(String content) {
        var verdict = reader.verify(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), null);
        assertThat(verdict.isIntact()).isFalse();
        assertThat(verdict.fault()).isNotNull();
    }

    @Test
    void noSingleChangedByteStaysUnseen() {
        byte[] good = bytes(export(chain(6)));
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        int stamp = new String(good, StandardCharsets.UTF_8).indexOf('\n');
        for (int i = 0; i < 2000; i++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            if (reader.verify(new ByteArrayInputStream(bad), null).isIntact()) {
                // a line feed for a carriage return, or white space between tokens, changes no fact
                assertThat(at)
                        .as("byte %d of %d, header ends at %d", at, bad.length, stamp)
                        .isNegative();
            }
        }
    }

    private ExportReader.Verdict verify(List<String> lines) {
        return verify(lines, null);
    }

    private ExportReader.Verdict verify(List<String> lines, ExportReader.Anchor anchor) {
        return reader.verify(new ByteArrayInputStream(bytes(lines)), anchor);
    }

    private static void assertBroken(ExportReader.Verdict verdict, long seq, Kind kind) {
        assertThat(verdict.isIntact()).isFalse();
        assertThat(verdict.broken()).isNotNull();
        assertThat(verdict.broken().seq()).isEqualTo(seq);
        assertThat(verdict.broken().kind()).isEqualTo(kind);
    }

    private static List<LedgerEntry> chain(int length) {
        var chain = new ArrayList<LedgerEntry>();
        String hash = LedgerEntry.GENESIS;
        for (int i = 1; i <= length; i++) {
            var act = RecordedAct.of(
                    Act.bySystem("test.acted", new Matter("paper", i), Map.of("文号", "第" + i + "号")), SM3);
            var entry = LedgerEntry.following(i - 1L, hash, START.plusSeconds(i), act, SM3);
            chain.add(entry);
            hash = entry.hash();
        }
        return chain;
    }

    private static List<String> export(List<LedgerEntry> chain) {
        var lines = new ArrayList<String>();
        lines.add(LedgerLine.write(new LedgerLine.Header(LedgerEntry.FORMAT, "2026-10-14T01:00:00.000000Z")));
        chain.forEach(entry -> lines.add(LedgerLine.write(entry)));
        String digest = HexFormat.of().formatHex(SM3.digest(bytes(lines)));
        LedgerEntry head = chain.getLast();
        lines.add(LedgerLine.write(new LedgerLine.Trailer(chain.size(), head.seq(), head.hash(), digest)));
        return lines;
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
