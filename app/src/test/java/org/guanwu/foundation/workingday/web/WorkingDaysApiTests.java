package org.guanwu.foundation.workingday.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.guanwu.GuanwuTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class WorkingDaysApiTests {

    private final MockMvcTester mvc;

    WorkingDaysApiTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    private MvcTestResult clock(String body) {
        return mvc.post()
                .uri("/api/v1/working-days/clock")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void explainsADueDateDayByDay() {
        var answer = mvc.get()
                .uri("/api/v1/working-days/due-date?from=2026-09-24&workingDays=20")
                .exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(answer).bodyJson().extractingPath("$.from").isEqualTo("2026-09-24");
        assertThat(answer).bodyJson().extractingPath("$.workingDays").isEqualTo(20);
        assertThat(answer).bodyJson().extractingPath("$.due").isEqualTo("2026-10-29");
        assertThat(answer).bodyJson().extractingPath("$.provisional").isEqualTo(false);
        assertThat(answer).bodyJson().extractingPath("$.days.length()").isEqualTo(36);
        assertThat(answer).bodyJson().extractingPath("$.days[0].counted").isEqualTo(false);
        assertThat(answer).bodyJson().extractingPath("$.days[1].reason").isEqualTo("中秋节放假");
        assertThat(answer).bodyJson().extractingPath("$.days[16].reason").isEqualTo("国庆节调休上班");
        assertThat(answer).bodyJson().extractingPath("$.days[16].counted").isEqualTo(true);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.days[16].source")
                .isEqualTo("国办发明电〔2025〕7号《国务院办公厅关于2026年部分节假日安排的通知》");
        assertThat(answer).bodyJson().doesNotHavePath("$.daysCut");
    }

    @Test
    void runsTheExampleOfTheArchitecture() {
        var answer = clock("""
                {"limit": {"amount": 20, "unit": "WORKING_DAY"}, "startedOn": "2026-09-24", "events": [
                  {"type": "SUSPENDED", "on": "2026-09-28"}, {"type": "RESUMED", "on": "2026-10-20"},
                  {"type": "RESTARTED", "on": "2026-10-22"}, {"type": "EXTENDED", "amount": 10}]}""");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.state").isEqualTo("RUNNING");
        assertThat(answer).bodyJson().extractingPath("$.due").isEqualTo("2026-12-03");
        assertThat(answer).bodyJson().extractingPath("$.days[0].reason").isEqualTo("重新计算前");
    }

    @Test
    void isSuspendedWithoutADueDate() {
        var answer = clock("""
                {"limit": {"amount": 20, "unit": "WORKING_DAY"}, "startedOn": "2026-09-24",
                 "events": [{"type": "SUSPENDED", "on": "2026-09-28"}]}""");
        assertThat(answer).bodyJson().extractingPath("$.state").isEqualTo("SUSPENDED");
        assertThat(answer).bodyJson().extractingPath("$.due").isNull();
    }

    @Test
    void hoursAreExact() {
        var answer = clock("""
                {"limit": {"amount": 24, "unit": "HOUR"}, "startedOn": "2026-09-30T22:15:00+08:00"}""");
        assertThat(answer).bodyJson().extractingPath("$.due").isEqualTo("2026-10-01T22:15:00+08:00");
        assertThat(clock("""
                {"limit": {"amount": 5, "unit": "HOUR"}, "startedOn": "2026-09-30"}""")).hasStatusOk();
    }

    @Test
    void beyondTheLastPublishedYearTheDateIsProvisional() {
        var answer = mvc.get()
                .uri("/api/v1/working-days/due-date?from=2029-12-20&workingDays=20")
                .exchange();
        assertThat(answer).bodyJson().extractingPath("$.provisional").isEqualTo(true);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.days[5].source")
                .asString()
                .contains("尚未公布");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=2026-09-24",
                "workingDays=20",
                "from=2026-02-30&workingDays=20",
                "from=24.9.2026&workingDays=20",
                "from=2026-09-24&workingDays=0",
                "from=2026-09-24&workingDays=-1",
                "from=2026-09-24&workingDays=3651",
                "from=2026-09-24&workingDays=99999999999999",
                "from=2026-09-24&workingDays=1.5",
                "from=2026-09-24&workingDays=abc",
                "from=9999-12-31&workingDays=20",
                "from=1900-01-01&workingDays=20",
                "from=%2B12026-09-24&workingDays=20",
                "from=2026-09-24&workingDays=%D9%A1%D9%A2"
            })
    void malformedQuestionsAreNamedNotFailed(String query) {
        var answer = mvc.get().uri("/api/v1/working-days/due-date?" + query).exchange();
        assertThat(answer).hasStatus(422).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.problems[0].message")
                .asString()
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            events[1]      | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":[{"type":"SUSPENDED","on":"2026-09-28"},{"type":"SUSPENDED","on":"2026-09-29"}]}
            events[0]      | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":[{"type":"RESUMED","on":"2026-09-28"}]}
            events[1]      | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":[{"type":"SUSPENDED","on":"2026-09-28"},{"type":"RESUMED","on":"2026-09-27"}]}
            events[0].on   | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":[{"type":"SUSPENDED"}]}
            events[0].on   | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":[{"type":"SUSPENDED","on":20260928}]}
            events[0].type | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":[{"type":"PAUSED","on":"2026-09-28"}]}
            events[0].amount | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":[{"type":"EXTENDED","amount":3651}]}
            events[0].amount | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":[{"type":"EXTENDED"}]}
            events[0]      | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":["x"]}
            events         | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24","events":{}}
            limit.amount   | {"limit":{"amount":0,"unit":"WORKING_DAY"},"startedOn":"2026-09-24"}
            limit.amount   | {"limit":{"amount":"20","unit":"WORKING_DAY"},"startedOn":"2026-09-24"}
            limit.amount   | {"limit":{"amount":1e99,"unit":"WORKING_DAY"},"startedOn":"2026-09-24"}
            limit.amount   | {"limit":{"amount":99999999999999999999,"unit":"WORKING_DAY"},"startedOn":"2026-09-24"}
            limit.unit     | {"limit":{"amount":20,"unit":"WEEK"},"startedOn":"2026-09-24"}
            limit.unit     | {"limit":{"amount":20},"startedOn":"2026-09-24"}
            limit          | {"startedOn":"2026-09-24"}
            startedOn      | {"limit":{"amount":20,"unit":"WORKING_DAY"}}
            startedOn      | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-13-01"}
            startedOn      | {"limit":{"amount":20,"unit":"WORKING_DAY"},"startedOn":"2026-09-24T10:00:00"}
            startedOn      | {"limit":{"amount":20,"unit":"HOUR"},"startedOn":"2026-09-24T25:00:00"}
            limit.amount   | {"limit":{"amount":20,"unit":"YEAR"},"startedOn":"9990-01-01"}
            ''             | []
            ''             | null
            ''             | {"limit":
            """)
    void refusalNamesTheFieldOrEvent(String field, String body) {
        var answer = clock(body);
        assertThat(answer).hasStatus(422).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.problems[0].field").isEqualTo(field);
    }

    @Test
    void emptyAndForeignBodiesAreRefused() {
        assertThat(clock("")).hasStatus(422);
        assertThat(clock(" ".repeat(200_000))).hasStatus(422).bodyText().contains("超过 100 KB");
        assertThat(clock("[".repeat(50_000))).hasStatus(422);
        assertThat(mvc.post()
                        .uri("/api/v1/working-days/clock")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x"))
                .hasStatus(415);
        assertThat(mvc.get().uri("/api/v1/working-days/clock")).hasStatus(405);
    }

    @Test
    void longSpansStayExactAndSaySoWhenTheirListIsCut() {
        var answer = clock("{\"limit\":{\"amount\":3650,\"unit\":\"MONTH\"},\"startedOn\":\"2026-09-24\"}");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.due").isEqualTo("2330-11-24");
        assertThat(answer).bodyJson().extractingPath("$.daysCut").isEqualTo(true);
        assertThat(clock("{\"limit\":{\"amount\":20,\"unit\":\"YEAR\"},\"startedOn\":\"2026-09-24\"}"))
                .bodyJson()
                .doesNotHavePath("$.daysCut");
    }
}
