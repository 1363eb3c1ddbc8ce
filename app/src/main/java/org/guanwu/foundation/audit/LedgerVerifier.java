package org.guanwu.foundation.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.guanwu.foundation.audit.domain.BrokenLink;
import org.guanwu.foundation.audit.domain.ExportReader;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an exported ledger on any machine: {@code LedgerVerifier FILE [SEQ:HASH]}. No Spring, no database, no
 * network.
 *
 * <p>Exit code 0 when the chain holds, 1 when it is broken or the file cannot be read, 2 for a wrong command line.
 */
public final class LedgerVerifier {

    private static final Pattern ANCHOR = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private LedgerVerifier() {}

    public static void main(String[] args) {
        System.exit(run(args, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] args, PrintStream out) {
        if (args.length < 1 || args.length > 2) {
            return usage(out);
        }
        ExportReader.@Nullable Anchor anchor = null;
        if (args.length == 2) {
            var match = ANCHOR.matcher(args[1]);
            if (!match.matches()) {
                return usage(out);
            }
            anchor = new ExportReader.Anchor(Long.parseLong(match.group(1)), match.group(2));
        }
        try (InputStream file = Files.newInputStream(Path.of(args[0]))) {
            return report(new ExportReader(Sm3.bouncyCastle()).verify(file, anchor), out);
        } catch (IOException unreadable) {
            out.println("结果  读不了文件 " + args[0]);
            return 1;
        }
    }

    private static int report(ExportReader.Verdict verdict, PrintStream out) {
        out.println("核对  " + verdict.count() + " 条无误");
        out.println("末条  " + verdict.headSeq() + ":" + verdict.headHash());
        if (verdict.backwards() > 0) {
            out.println("提示  " + verdict.backwards() + " 条的时间早于前面的记录（可能调过时钟）");
        }
        BrokenLink broken = verdict.broken();
        if (broken != null) {
            out.println("断点  " + broken.sentence());
            out.println("应为  " + broken.expected());
            out.println("实为  " + broken.found());
            out.println("结果  BROKEN at " + broken.seq() + "：此条及以后的记录不能证明没有被改");
            return 1;
        }
        if (verdict.fault() != null) {
            out.println("断点  " + verdict.fault());
            out.println("结果  BROKEN：不是一份完整的导出");
            return 1;
        }
        out.println("结果  OK 一致");
        return 0;
    }

    private static int usage(PrintStream out) {
        out.println("用法  verify 导出文件 [留存的末条，形如 1284506:172be1e7…（六十四位）]");
        return 2;
    }
}
