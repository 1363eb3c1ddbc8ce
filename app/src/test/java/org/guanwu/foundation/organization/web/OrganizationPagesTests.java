package org.guanwu.foundation.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class OrganizationPagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final Organization organization;

    OrganizationPagesTests(MockMvcTester mvc, TestPeople people, Organization organization) {
        this.mvc = mvc;
        this.people = people;
        this.organization = organization;
    }

    private MvcTestResult get(Person as, String url) {
        return mvc.get().uri(url).with(people.actingAs(as)).exchange();
    }

    private MvcTestResult post(Person as, String url, Map<String, String> fields) {
        var request = mvc.post().uri(url).with(people.actingAs(as));
        fields.forEach(request::param);
        return request.exchange();
    }

    @Test
    void everybodySeesTheTreeAndOnlyTheAdministratorTheForms() {
        Unit customs = people.authority("云州海关");
        var drafter = people.person("王某", customs.id(), "DRAFTER");
        var administrator = people.person("江某", customs.id(), "SYSTEM_ADMINISTRATOR");

        assertThat(get(drafter, "/office/organization"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("设立最上级机关");
        assertThat(get(administrator, "/office/organization")).bodyText().contains("设立最上级机关");
        assertThat(get(drafter, "/office/organization/units/" + customs.id()))
                .hasStatusOk()
                .bodyText()
                .contains("王某")
                .doesNotContain("撤销单位");
        assertThat(post(drafter, "/office/organization/units/" + customs.id() + "/posts", Map.of("name", "x")))
                .hasStatus(404);
    }

    @Test
    void aUnitAPostAndAPersonAreRegisteredOnScreen() {
        Unit customs = people.authority("云州海关");
        var administrator = people.person("江某", customs.id(), "SYSTEM_ADMINISTRATOR");
        String code = "W" + UUID.randomUUID().toString().substring(0, 8);
        String here = "/office/organization/units/" + customs.id();

        var unit = Map.of(
                "name",
                "统计处",
                "code",
                code,
                "shortName",
                "云关统",
                "tier",
                "REGIONAL",
                "level",
                "DEPARTMENT",
                "effectiveFrom",
                "2026-01-01");
        assertThat(post(administrator, here + "/units", unit)).hasRedirectedUrl(here);
        assertThat(post(administrator, here + "/units", unit))
                .hasStatus(422)
                .bodyText()
                .contains("已被使用", "统计处");

        Unit opened = organization.findUnitByCode(code).orElseThrow();
        String there = "/office/organization/units/" + opened.id();
        assertThat(post(
                        administrator,
                        there + "/posts",
                        Map.of("name", "处长", "code", code + "-1", "effectiveFrom", "2026-01-01")))
                .hasRedirectedUrl(there);
        long post = organization.findPostByCode(code + "-1").orElseThrow().id();
        var person = Map.of(
                "name", "蒋某", "staffNumber", code, "postId", "" + post, "jobTitle", "处长", "employedFrom", "2026-01-01");
        assertThat(post(administrator, there + "/people", person)).hasRedirectedUrl(there);
        assertThat(post(administrator, there + "/people", person))
                .hasStatus(422)
                .bodyText()
                .contains("工号");
        assertThat(get(administrator, there)).bodyText().contains("蒋某", "处长");
    }

    @Test
    void nothingTypedBreaksAForm() {
        Unit customs = people.authority("云州海关");
        var administrator = people.person("江某", customs.id(), "SYSTEM_ADMINISTRATOR");
        var person = people.person("陈某", customs.id());
        String unit = "/office/organization/units/" + customs.id();
        String self = "/office/organization/people/" + person.id();
        for (String odd : new String[] {
            "", "\0", "abc", "-1", "99999999999999999999", "2026-02-30", "0000-00-00", "<b>", "你".repeat(500)
        }) {
            for (String form : new String[] {
                unit + "/units",
                unit + "/name",
                unit + "/close",
                unit + "/posts",
                unit + "/people",
                self + "/absences",
                self + "/delegations",
                self + "/assignments",
                self + "/leave"
            }) {
                var fields = new java.util.HashMap<String, String>();
                for (String field : new String[] {
                    "name",
                    "code",
                    "shortName",
                    "tier",
                    "level",
                    "effectiveFrom",
                    "lastDay",
                    "successor",
                    "postId",
                    "staffNumber",
                    "employedFrom",
                    "kind",
                    "from",
                    "until",
                    "note",
                    "deputy",
                    "reason",
                    "leftOn",
                    "rank"
                }) {
                    fields.put(field, odd);
                }
                assertThat(post(administrator, form, fields))
                        .as(form + " with " + odd)
                        .satisfies(r -> assertThat(r.getResponse().getStatus()).isBetween(300, 499));
            }
            assertThat(mvc.get()
                            .uri("/office/organization")
                            .param("on", odd)
                            .param("find", odd)
                            .with(people.actingAs(administrator)))
                    .hasStatusOk();
        }
        assertThat(get(administrator, "/office/organization/units/abc"))
                .satisfies(r -> assertThat(r.getResponse().getStatus()).isIn(400, 404));
        assertThat(get(administrator, "/office/organization/units/987654321")).hasStatus(404);
        assertThat(get(administrator, "/office/organization/people/987654321")).hasStatus(404);
    }

    @Test
    void oneRegistersOnesOwnAbsenceAndDeputy() {
        Unit customs = people.authority("云州海关");
        var leader = people.person("李某", customs.id(), "LEADER");
        var deputy = people.person("吴" + UUID.randomUUID().toString().substring(0, 4), customs.id(), "LEADER");
        String self = "/office/organization/people/" + leader.id();

        assertThat(get(leader, "/office/account/presence"))
                .hasStatusOk()
                .bodyText()
                .contains("登记离岗", "授权他人代办");
        assertThat(post(
                        leader,
                        self + "/absences",
                        Map.of("page", "own", "kind", "BUSINESS_TRIP", "from", "2026-01-05", "note", "赴京")))
                .hasRedirectedUrl("/office/account/presence");
        assertThat(organization.getPerson(leader.id()).isPresent()).isFalse();
        assertThat(get(leader, "/office/account/presence")).bodyText().contains("登记回岗", "出差");

        assertThat(get(leader, "/office/account/presence?find=" + deputy.name()))
                .bodyText()
                .contains(deputy.name());
        assertThat(post(leader, self + "/delegations", Map.of("page", "own", "from", "2026-01-05")))
                .hasStatus(422)
                .bodyText()
                .contains("请先查找并选择代办人");
        assertThat(post(
                        leader,
                        self + "/delegations",
                        Map.of(
                                "page",
                                "own",
                                "deputy",
                                "" + deputy.id(),
                                "from",
                                "2026-01-05",
                                "onlyWhileAbsent",
                                "on",
                                "matterType",
                                "outgoing-document")))
                .hasRedirectedUrl("/office/account/presence");
        assertThat(organization.staffing().delegations())
                .anyMatch(d -> d.principalId() == leader.id() && d.deputyId() == deputy.id() && d.onlyWhileAbsent());

        assertThat(post(leader, self + "/absences/end", Map.of("page", "own")))
                .hasRedirectedUrl("/office/account/presence");
        assertThat(organization.getPerson(leader.id()).isPresent()).isTrue();
    }

    @Test
    void anothersAbsenceIsNotOnesOwn() {
        Unit customs = people.authority("云州海关");
        var leader = people.person("高某", customs.id(), "LEADER");
        var drafter = people.person("王某", customs.id(), "DRAFTER");

        assertThat(post(
                        drafter,
                        "/office/organization/people/" + leader.id() + "/absences",
                        Map.of("kind", "LEAVE", "from", "2026-01-05")))
                .hasStatus(409);
        assertThat(get(drafter, "/office/organization/people/" + leader.id()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("登记离岗");
    }
}
