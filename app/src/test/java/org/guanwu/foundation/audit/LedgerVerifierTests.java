package org.guanwu.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.shared.Matter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class LedgerVerifierTests {

    private final Ledger ledger;
    private final LedgerExports exports;
    private final TransactionTemplate transaction;

    @TempDir
    private Path directory;

    private Path export;

    LedgerVerifierTests(Ledger ledger, LedgerExports exports, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.exports = exports;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void export() throws IOException {
        transaction.executeWithoutResult(s -> {
            for (int i = 0; i < 5; i++) {
                ledger.record(Act.bySystem("test.acted", new Matter("test", i), Map.of("n", "" + i)));
            }
        });
        export = directory.resolve("ledger.jsonl.gz");
        try (OutputStream out = Files.newOutputStream(export)) {
            exports.write(out);
        }
    }

    private String verify(int exit, String... args) {
        var console = new ByteArrayOutputStream();
        int code = LedgerVerifier.run(args, new PrintStream(console, true, StandardCharsets.UTF_8));
        String said = console.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isEqualTo(exit);
        return said;
    }

    @Test
    void saysOkAndTheHeadToNoteDown() {
        String said = verify(0, export.toString());
        assertThat(said).contains("OK").containsPattern("末条  \\d+:[0-9a-f]{64}");
        String head = said.lines()
                .filter(l -> l.startsWith("末条"))
                .findFirst()
                .orElseThrow()
                .substring(4);
        assertThat(verify(0, export.toString(), head)).contains("OK");
        assertThat(verify(1, export.toString(), (Long.parseLong(head.split(":")[0]) + 1) + ":" + "a".repeat(64)))
                .contains("截断");
    }

    @Test
    void namesTheFirstBrokenLink() throws IOException {
        String text;
        try (var in = new GZIPInputStream(Files.newInputStream(export))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String[] lines = text.split("\n");
        int last = lines.length - 2;
        lines[last] = lines[last].replace("\"系统\"", "\"王某\"");
        long seq = Long.parseLong(lines[last].replaceAll("^\\{\"seq\":(\\d+),.*", "$1"));
        Path edited = Files.writeString(directory.resolve("edited.jsonl"), String.join("\n", lines) + "\n");
        assertThat(verify(1, edited.toString())).contains("BROKEN at " + seq, "内容与本条摘要不符");
    }

    @Test
    void aWrongCommandLineOrFileIsToldApart() {
        assertThat(verify(2)).contains("用法");
        assertThat(verify(2, export.toString(), "12:abc")).contains("用法");
        assertThat(verify(1, directory.resolve("missing").toString())).contains("读不了");
    }

    @Test
    void theSecondImplementationInTheDocumentAgrees() throws IOException, InterruptedException {
        String document = Files.readString(Path.of("..", "docs", "ledger-format.md"));
        String python = document.substring(document.indexOf("```python") + 9, document.lastIndexOf("```"));
        Path script = Files.writeString(directory.resolve("verify.py"), python);
        Process process;
        try {
            process = new ProcessBuilder("python3", script.toString(), export.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException noPython) {
            org.junit.jupiter.api.Assumptions.abort("no python3 on this machine");
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        org.junit.jupiter.api.Assumptions.assumeFalse(said.contains("unsupported hash type"));
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).startsWith("OK ");
    }
}
