package org.guanwu.openness.publication.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.guanwu.openness.publication.Validity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityRuleTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // effective, partly repealed, repealed, today, validity, next change
                "-, -, -, 2026-05-01, IN_FORCE, -",
                "2026-05-01, -, -, 2026-05-01, IN_FORCE, -",
                "2026-05-02, -, -, 2026-05-01, NOT_YET_IN_FORCE, 2026-05-02",
                "2020-01-01, 2026-05-02, -, 2026-05-01, IN_FORCE, 2026-05-02",
                "2020-01-01, 2026-05-01, -, 2026-05-01, PARTLY_IN_FORCE, -",
                "2020-01-01, 2024-01-01, 2026-06-01, 2026-05-01, PARTLY_IN_FORCE, 2026-06-01",
                "2020-01-01, 2024-01-01, 2026-05-01, 2026-05-01, REPEALED, -",
                "2026-07-01, -, 2026-06-01, 2026-06-15, REPEALED, 2026-07-01",
            })
    void followsFromThreeDatesAndToday(
            @Nullable LocalDate effective,
            @Nullable LocalDate partly,
            @Nullable LocalDate repealed,
            LocalDate today,
            Validity validity,
            @Nullable LocalDate next) {
        var rule = new ValidityRule(effective, partly, repealed);
        assertThat(rule.on(today)).isEqualTo(validity);
        assertThat(rule.nextChangeAfter(today).orElse(null)).isEqualTo(next);
    }
}
