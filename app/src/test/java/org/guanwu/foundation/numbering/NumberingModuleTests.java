package org.guanwu.foundation.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class NumberingModuleTests {

    private static final AtomicLong MATTERS = new AtomicLong(System.nanoTime());

    private final Numbering numbering;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    NumberingModuleTests(Numbering numbering, JdbcClient jdbc, TransactionTemplate transaction) {
        this.numbering = numbering;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void staysGaplessUnderConcurrencyAndRollbacks() throws InterruptedException, ExecutionException {
        List<String> codes = List.of(newCode(1, true), newCode(1, true));
        long seed = System.nanoTime();
        var work = new ArrayList<Callable<List<DocumentNumber>>>();
        for (int thread = 0; thread < 12; thread++) {
            var random = new Random(seed + thread);
            work.add(() -> assignHundred(codes, random));
        }
        var given = new ArrayList<DocumentNumber>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (Future<List<DocumentNumber>> done : threads.invokeAll(work)) {
                given.addAll(done.get());
            }
        }
        Map<String, List<Integer>> serials = given.stream()
                .collect(Collectors.groupingBy(
                        DocumentNumber::authorityCode,
                        Collectors.mapping(DocumentNumber::serial, Collectors.toList())));
        assertThat(given).hasSizeGreaterThan(700);
        serials.forEach((code, list) -> {
            Collections.sort(list);
            assertThat(list)
                    .as("%s, seed %d", code, seed)
                    .isEqualTo(IntStream.rangeClosed(1, list.size()).boxed().toList());
        });
    }

    private List<DocumentNumber> assignHundred(List<String> codes, Random random) {
        var given = new ArrayList<DocumentNumber>();
        for (int i = 0; i < 100; i++) {
            String code = codes.get(random.nextInt(codes.size()));
            var matter = newMatter();
            boolean fails = random.nextInt(5) == 0;
            DocumentNumber number = transaction.execute(status -> {
                DocumentNumber assigned = numbering.assign(code, 2026, matter);
                assertThat(numbering.assign(code, 2026, matter)).isEqualTo(assigned);
                if (fails) {
                    status.setRollbackOnly();
                }
                return assigned;
            });
            if (fails) {
                assertThat(numbering.find(matter)).isEmpty();
            } else {
                given.add(number);
            }
        }
        return given;
    }

    @Test
    void twoTabsThatNumberTheSameMatterGetOneNumber() throws InterruptedException, ExecutionException {
        String code = newCode(1, true);
        for (int round = 0; round < 20; round++) {
            var matter = newMatter();
            Callable<DocumentNumber> tab = () -> transaction.execute(s -> numbering.assign(code, 2026, matter));
            var answers = new HashSet<DocumentNumber>();
            try (var threads = Executors.newFixedThreadPool(3)) {
                for (Future<DocumentNumber> done : threads.invokeAll(List.of(tab, tab, tab))) {
                    answers.add(done.get());
                }
            }
            assertThat(answers).containsExactly(new DocumentNumber(code, 2026, round + 1));
        }
    }

    @Test
    void startsEachYearAtTheFirstSerialOfItsRule() {
        String code = newCode(58, true);
        assertThat(assign(code, 2026).serial()).isEqualTo(58);
        assertThat(assign(code, 2026).serial()).isEqualTo(59);
        assertThat(assign(code, 2027).serial()).isEqualTo(58);
    }

    @Test
    void runsOnOverTheYearsWhereTheRuleSaysSo() {
        String code = newCode(277, false);
        assertThat(assign(code, 2026).serial()).isEqualTo(277);
        assertThat(assign(code, 2027).serial()).isEqualTo(278);
    }

    @Test
    void refusesACodeWithoutRuleAndAnActWithoutTransaction() {
        assertThatThrownBy(() -> assign("无此代字", 2026))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("numbering.code-closed"));
        assertThatThrownBy(() -> numbering.assign(newCode(1, true), 2026, newMatter()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private DocumentNumber assign(String code, int year) {
        return transaction.execute(s -> numbering.assign(code, year, newMatter()));
    }

    private static Matter newMatter() {
        return new Matter("numbering-test", MATTERS.incrementAndGet());
    }

    /** invented codes of Chinese characters: digits are not allowed in one */
    private String newCode(int firstSerial, boolean isYearly) {
        String digits = Long.toString(MATTERS.incrementAndGet());
        String code = "测"
                + digits.chars()
                        .mapToObj(c -> String.valueOf("零壹贰叁肆伍陆柒捌玖".charAt(c - '0')))
                        .collect(Collectors.joining());
        jdbc.sql("""
                insert into numbering.number_rule (authority_code, unit_id, document_types, layout, is_yearly,
                  first_serial, start_note, is_open, effective_from) values (?, -1, '{}', 'DOCUMENT', ?, ?, '', true, 2000)
                """).param(code).param(isYearly).param(firstSerial).update();
        return code;
    }
}
