package org.guanwu.foundation.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.numbering.domain.GapStatement;
import org.guanwu.foundation.numbering.domain.NumberRegister;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class NumberingPagesTests {

    private static final AtomicLong MATTERS = new AtomicLong(System.nanoTime());
    private static final int YEAR =
            java.time.Year.now(java.time.ZoneId.of("Asia/Shanghai")).getValue();

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final NumberRules rules;
    private final Numbering numbering;
    private final NumberRegister register;
    private final TransactionTemplate transaction;

    NumberingPagesTests(
            MockMvcTester mvc,
            TestPeople people,
            NumberRules rules,
            Numbering numbering,
            NumberRegister register,
            TransactionTemplate transaction) {
        this.mvc = mvc;
        this.people = people;
        this.rules = rules;
        this.numbering = numbering;
        this.register = register;
        this.transaction = transaction;
    }

    private final class Office {
        final Unit customs = people.authority("云州海关");
        final Unit office = people.department("办公室", customs);
        final Person keeper = people.person("许某", customs.id(), "BUSINESS_ADMINISTRATOR", "REGISTRAR");

        NumberRule rule(String code, Unit unit, String... types) {
            return rules.save(
                    people.actor(keeper),
                    new NumberRule(
                            0,
                            code,
                            unit.id(),
                            Set.of(types),
                            NumberLayout.DOCUMENT,
                            true,
                            1,
                            "",
                            true,
                            2020,
                            null,
                            0));
        }
    }

    @Test
    void theNearestUnitsRuleThatNamesTheTypeComesFirst() {
        var office = new Office();
        String general = code("发");
        String letters = code("函");
        String own = code("办");
        office.rule(general, office.customs);
        office.rule(letters, office.customs, "LETTER");
        office.rule(own, office.office, "NOTICE");
        assertThat(rules.find(office.office.id(), "NOTICE"))
                .hasValueSatisfying(r -> assertThat(r.authorityCode()).isEqualTo(own));
        assertThat(rules.find(office.office.id(), "LETTER"))
                .hasValueSatisfying(r -> assertThat(r.authorityCode()).isEqualTo(letters));
        assertThat(rules.find(office.customs.id(), "NOTICE"))
                .hasValueSatisfying(r -> assertThat(r.authorityCode()).isEqualTo(general));
        assertThat(rules.listFitting(office.office.id(), "LETTER"))
                .extracting(NumberRule::authorityCode)
                .containsExactly(letters, general);
    }

    @Test
    void aRuleIsAddedChangedAndRefusedWithEveryProblemAtItsField() {
        var office = new Office();
        String code = code("发");
        var saved = mvc.post()
                .uri("/office/number-rules")
                .with(people.actingAs(office.keeper))
                .param("id", "0")
                .param("version", "0")
                .param("authorityCode", code)
                .param("unitId", String.valueOf(office.customs.id()))
                .param("documentTypes", "NOTICE", "CIRCULAR")
                .param("layout", "DOCUMENT")
                .param("yearly", "yes")
                .param("firstSerial", "58")
                .param("startNote", "第1至57号由原系统编发")
                .param("effectiveFrom", "2026")
                .exchange();
        assertThat(saved).hasStatus3xxRedirection().hasRedirectedUrl("/office/number-rules");
        assertThat(get(office.keeper, "/office/number-rules")).bodyText().contains(code, "通知、通报", "自 58 号起");

        NumberRule rule = rules.findByCode(code).orElseThrow();
        assertThat(get(office.keeper, "/office/number-rules/" + rule.id()))
                .bodyText()
                .contains(new DocumentNumber(code, YEAR, 58).toString(), "仅供核对");

        var wrong = mvc.post()
                .uri("/office/number-rules")
                .with(people.actingAs(office.keeper))
                .param("id", "0")
                .param("authorityCode", "云关2026")
                .param("unitId", String.valueOf(office.customs.id()))
                .param("layout", "DOCUMENT")
                .param("version", "0")
                .param("firstSerial", "9")
                .param("effectiveFrom", "26")
                .exchange();
        assertThat(wrong).hasStatus(422).bodyText().contains("不含数字", "此前各号的去向", "启用年份应为四位年份", "云关2026");
        assertThat(mvc.post()
                        .uri("/office/number-rules")
                        .with(people.actingAs(office.keeper))
                        .param("firstSerial", "许多"))
                .hasStatus(422)
                .bodyText()
                .contains("首号应为数字", "许多");
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() {
        var office = new Office();
        NumberRule rule = office.rule(code("发"), office.customs);
        var keeper = people.actor(office.keeper);
        rules.save(keeper, closed(rule));
        assertThatThrownBy(() -> rules.save(keeper, closed(rule))).isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> transaction.execute(s -> numbering.assign(rule.authorityCode(), YEAR, matter())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(rule.authorityCode());
    }

    private static NumberRule closed(NumberRule rule) {
        return new NumberRule(
                rule.id(),
                rule.authorityCode(),
                rule.unitId(),
                rule.documentTypes(),
                rule.layout(),
                rule.isYearly(),
                rule.firstSerial(),
                rule.startNote(),
                false,
                rule.effectiveFrom(),
                rule.effectiveTo(),
                rule.version());
    }

    @Test
    @DisplayName("作废号保留在台账，缘由、登记人、批准人俱在，不再给出；事件只发一次")
    void aVoidNumberStaysWithItsReason() {
        var office = new Office();
        String code = code("发");
        office.rule(code, office.customs);
        Matter matter = matter();
        DocumentNumber number = transaction.execute(s -> numbering.assign(code, YEAR, matter));
        String url = "/office/number-register/" + code + "/" + YEAR + "/1";

        assertThat(get(office.keeper, "/office/number-register?q=" + code + "(" + YEAR + ")1"))
                .bodyText()
                .contains(number.toString());
        assertThat(post(office.keeper, url, "", "吴某")).hasStatus(422).bodyText().contains("请写明作废缘由", "吴某");
        assertThat(post(office.keeper, url, "登记后撤回", "吴某")).hasStatus3xxRedirection();
        assertThat(post(office.keeper, url, "再按一次", "吴某")).hasStatus3xxRedirection();

        assertThat(get(office.keeper, url))
                .hasStatusOk()
                .bodyText()
                .contains("登记后撤回", "许某", "吴某")
                .doesNotContain("再按一次");
        assertThat(get(office.keeper, "/office/number-register?state=void&code=" + code))
                .bodyText()
                .contains(number.toString(), "登记后撤回");
        assertThatThrownBy(() -> transaction.execute(s -> numbering.assign(code, YEAR, matter)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已作废");
        DocumentNumber next = transaction.execute(s -> numbering.assign(code, YEAR, matter()));
        assertThat(next.serial()).isEqualTo(2);
    }

    @Test
    void theGapStatementIsComputedAndKnowsWhatCameBefore() {
        var office = new Office();
        String code = code("发");
        var keeper = people.actor(office.keeper);
        rules.save(
                keeper,
                new NumberRule(
                        0,
                        code,
                        office.customs.id(),
                        Set.of(),
                        NumberLayout.DOCUMENT,
                        true,
                        4,
                        "第1至3号由原系统编发",
                        true,
                        2020,
                        null,
                        0));
        for (int i = 0; i < 5; i++) {
            transaction.execute(s -> numbering.assign(code, YEAR, matter()));
        }
        Matter old = matter();
        numbering.admitHistorical(keeper, new DocumentNumber(code, YEAR, 2), old);
        numbering.admitHistorical(keeper, new DocumentNumber(code, YEAR, 2), old);
        assertThatThrownBy(() -> numbering.admitHistorical(keeper, new DocumentNumber(code, YEAR, 2), matter()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> numbering.admitHistorical(keeper, new DocumentNumber(code, YEAR, 5), matter()))
                .isInstanceOf(Refusal.class);
        assertThat(register.listGaps(keeper)).singleElement().satisfies(gaps -> {
            assertThat(gaps).isEqualTo(new GapStatement(code, YEAR, 4, 8, 5, 0, List.of(), 1, 2, "第1至3号由原系统编发"));
            assertThat(gaps.isGapless()).isTrue();
        });
        assertThat(get(office.keeper, "/office/number-register/gaps"))
                .bodyText()
                .contains("无断号", "未导入 2 个");
    }

    @Test
    void theRegisterIsPagedWithoutLossOrRepetition() {
        var office = new Office();
        String code = code("发");
        office.rule(code, office.customs);
        for (int i = 0; i < 23; i++) {
            transaction.execute(s -> numbering.assign(code, YEAR, matter()));
        }
        var keeper = people.actor(office.keeper);
        var search = new NumberRegister.Search(code, YEAR, null, false);
        var seen = new ArrayList<Integer>();
        String cursor = null;
        do {
            var page = register.list(keeper, search, cursor, 10);
            page.rows().forEach(row -> seen.add(row.number().serial()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(23).doesNotHaveDuplicates().startsWith(23);
        assertThat(register.count(keeper, search)).isEqualTo(23);
        assertThatThrownBy(() -> register.list(keeper, search, "x", 10)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void whoKeepsNumbersElsewhereSeesAndVoidsNothingHere() {
        var here = new Office();
        var elsewhere = new Office();
        String code = code("发");
        NumberRule rule = here.rule(code, here.customs);
        DocumentNumber number = transaction.execute(s -> numbering.assign(code, YEAR, matter()));
        String url = "/office/number-register/" + code + "/" + YEAR + "/1";
        assertThat(get(elsewhere.keeper, url)).hasStatus(404);
        assertThat(get(elsewhere.keeper, "/office/number-rules/" + rule.id())).hasStatus(404);
        assertThat(get(elsewhere.keeper, "/office/number-rules")).bodyText().doesNotContain(code);
        assertThat(post(elsewhere.keeper, url, "无权", "无权")).hasStatus(404);
        assertThatThrownBy(() -> numbering.voidNumber(people.actor(elsewhere.keeper), number, "无权"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> register.get(people.actor(elsewhere.keeper), number))
                .isInstanceOf(NotFound.class);
        Person drafter = people.person("王某", here.customs.id(), "DRAFTER");
        assertThat(get(drafter, "/office/number-rules").getResponse().getStatus())
                .isIn(403, 404, 409);
    }

    @Test
    void brokenAddressesAreNotFoundNeverAFault() {
        var office = new Office();
        for (String url : List.of(
                "/office/number-rules/x",
                "/office/number-rules/99999999999999999999",
                "/office/number-register/云关/x/1",
                "/office/number-register/云关/2026/9999999999999999999",
                "/office/number-register?cursor=%25%25",
                "/office/number-register?year=abcd&q=…",
                "/office/number-register?code=%00")) {
            assertThat(get(office.keeper, url).getResponse().getStatus())
                    .as(url)
                    .isLessThan(500);
        }
    }

    private MvcTestResult get(Person person, String url) {
        return mvc.get()
                .uri(java.net.URI.create(encoded(url)))
                .with(people.actingAs(person))
                .exchange();
    }

    private MvcTestResult post(Person person, String url, String reason, String approver) {
        return mvc.post()
                .uri(java.net.URI.create(encoded(url + "/voiding")))
                .with(people.actingAs(person))
                .param("reason", reason)
                .param("approver", approver)
                .exchange();
    }

    private static String encoded(String url) {
        return java.net.URI.create(url.replace("…", "x")).toASCIIString();
    }

    private static Matter matter() {
        return new Matter("outgoing-document", MATTERS.incrementAndGet());
    }

    private static String code(String kind) {
        return "云"
                + Long.toString(MATTERS.incrementAndGet())
                        .chars()
                        .mapToObj(c -> String.valueOf("零壹贰叁肆伍陆柒捌玖".charAt(c - '0')))
                        .collect(Collectors.joining())
                + kind;
    }
}
