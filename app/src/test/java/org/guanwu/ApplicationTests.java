package org.guanwu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuanwuTest
class ApplicationTests {

    private final JdbcClient jdbc;

    ApplicationTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void runsAsTheProductRoleWhichOwnsNothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("guanwu");
        assertThat(jdbc.sql("select count(*) from pg_tables where tableowner = 'guanwu'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
