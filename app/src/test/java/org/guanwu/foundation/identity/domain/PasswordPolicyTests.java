package org.guanwu.foundation.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("GB/T 22239—2019 8.1.4.1 a：口令具有复杂度要求")
class PasswordPolicyTests {

    private final PasswordPolicy policy =
            new PasswordPolicy(new IdentitySettings.PasswordRules(10, 3, 5, Duration.ofDays(90), 256, 1));

    @ParameterizedTest
    @ValueSource(
            strings = {"Kunyu-2026", "kunyu-2026x", "KUNYU-2026X", "Kunyu20260", "口岸Kunyu-1x!", "pass phrase 4 us"})
    void accepts(String password) {
        assertThat(policy.check(password, "wangmou", "王某某")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ku-2026, 至少 10 位",
        "kunyushanhe, 至少用 3 种",
        "kunyu20262026, 至少用 3 种",
        "Wangmou-2026, 不能包含账号或姓名",
        "xx-WANGMOU-26x, 不能包含账号或姓名",
        "Xx1-王某某-2026, 不能包含账号或姓名",
        "aA1aA1aA1aA1, 重复的字符太多"
    })
    void refuses(String password, String why) {
        assertThat(policy.check(password, "wangmou", "王某某")).anyMatch(p -> p.contains(why));
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThat(policy.check("aaa", "wangmou", "王某某")).hasSize(3);
    }

    @Test
    void refusesWhatNobodyTypes() {
        assertThat(policy.check("Aa1-".repeat(60), "x", "y")).anyMatch(p -> p.contains("不超过 200 位"));
    }

    @Test
    void oneTimePasswordsSatisfyIt() {
        for (int i = 0; i < 500; i++) {
            assertThat(policy.check(Digests.oneTimePassword(), "sysadmin", "系统管理员"))
                    .isEmpty();
        }
    }
}
