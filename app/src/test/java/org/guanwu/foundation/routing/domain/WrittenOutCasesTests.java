package org.guanwu.foundation.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.organization.Staffing.DelegationInForce;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.OpinionKind;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.SignerPlace;
import org.guanwu.foundation.routing.SilenceRule;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepMode;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.StepStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of other systems have reported, each as a case: drafter 1, reviewer 2, signers 3 4 5, signatory 6, 7. */
class WrittenOutCasesTests {

    private static Assignee person(long id) {
        return new Assignee.Person(id);
    }

    private static StepSpec step(String key, StepKind kind, StepMode mode, long... people) {
        return StepSpec.of(
                key,
                key,
                kind,
                mode,
                Arrays.stream(people).mapToObj(WrittenOutCasesTests::person).toArray(Assignee[]::new));
    }

    private static StepSpec draft() {
        return step("draft", StepKind.DRAFTING, StepMode.ONE, 1).with(true, false, true);
    }

    private static Desk document(StepMode mode) {
        return new Desk(
                draft(),
                step("consult", StepKind.COUNTERSIGNATURE, mode, 3, 4, 5).limited(3, SilenceRule.NONE),
                step("sign", StepKind.ISSUANCE, StepMode.ONE, 6),
                step("check", StepKind.FINAL_CHECK, StepMode.ONE, 7).with(true, true, true));
    }

    @ParameterizedTest(name = "会签中已有 {0} 人签，退回{1}{2}（#668 #867）")
    @CsvSource({
        "0,false,false", "0,true,false", "0,false,true",
        "1,false,false", "1,true,false", "1,false,true",
        "2,false,false", "2,true,false", "2,false,true"
    })
    void returnInsideAllSignTogether(int given, boolean drops, boolean straightBack) {
        Desk desk = document(StepMode.ALL).approves(1);
        for (long signer = 3; signer < 3 + given; signer++) {
            desk.approves(signer);
        }
        desk.returns(5, "draft", drops, straightBack);
        assertThat(desk.refused).isNull();
        assertThat(desk.holding()).containsExactly(Map.entry(1L, "draft"));
        assertThat(desk.route.opinions()).hasSize(2 + given);
        desk.approves(1);
        if (straightBack) {
            assertThat(desk.holding()).hasSize(3 - given).containsEntry(5L, "consult");
        } else {
            assertThat(desk.holding()).containsOnlyKeys(3L, 4L, 5L);
        }
        long struck = desk.route.opinions().stream()
                .filter(o -> o.superseded() == Superseded.DROPPED && o.step().equals("consult"))
                .count();
        assertThat(struck).isEqualTo(drops ? given : 0);
        desk.holding().keySet().forEach(desk::approves);
        assertThat(desk.holding()).containsExactly(Map.entry(6L, "sign"));
    }

    @ParameterizedTest(name = "退回到{0}环节：办过的人再办（#727）")
    @ValueSource(strings = {"ALL", "SEQUENCE", "ONE"})
    void returnToAStepOfEveryMode(StepMode mode) {
        Desk desk = document(mode).approves(1);
        while (!desk.holding().containsKey(6L)) {
            desk.approves(desk.holding().keySet().iterator().next());
        }
        long handler = desk.route.opinions().getLast().person();
        desk.returns(6, "consult", false, true);
        assertThat(desk.holding().values()).containsOnly("consult");
        assertThat(desk.holding()).hasSize(mode == StepMode.ALL ? 3 : 1);
        if (mode == StepMode.ONE) {
            assertThat(desk.holding()).containsOnlyKeys(handler);
        }
    }

    @Test
    @DisplayName("只退给会签中的一个人，其余保留")
    void returnToOneSeat() {
        Desk desk = document(StepMode.ALL).approves(1).approves(3).approves(4).approves(5);
        int seat = desk.route.counting("consult").stream()
                .filter(o -> o.person() == 4)
                .findFirst()
                .orElseThrow()
                .seat();
        desk.returns(6, "consult", seat, false, true);
        assertThat(desk.holding()).containsExactly(Map.entry(4L, "consult"));
        desk.approves(4);
        assertThat(desk.holding()).containsExactly(Map.entry(6L, "sign"));
    }

    @ParameterizedTest(name = "从 {0} 都能退回起草人（#1128）")
    @ValueSource(longs = {3, 6, 7})
    void toTheDrafterFromEverywhere(long from) {
        Desk desk = document(StepMode.ALL).approves(1);
        while (!desk.holding().containsKey(from)) {
            desk.approves(desk.holding().keySet().iterator().next());
        }
        desk.returns(from, "draft", false, false);
        assertThat(desk.holding()).containsExactly(Map.entry(1L, "draft"));
        while (desk.route.status() == RouteStatus.OPEN) {
            desk.approves(desk.holding().keySet().iterator().next());
            assertThat(desk.refused).isNull();
        }
        assertThat(desk.route.status()).isEqualTo(RouteStatus.CLOSED);
    }

    @Test
    @DisplayName("退回后时限还在：逐级重办给新时限，直接返回接着算余下的（#1018）")
    void limitSurvivesTheReturn() {
        Desk straight = document(StepMode.ALL).approves(1);
        straight.days(2);
        straight.returns(5, "draft", false, true);
        straight.days(10);
        straight.approves(1);
        assertThat(straight.route.step("consult").dueAt()).isEqualTo(straight.now.plus(Duration.ofDays(1)));
        Desk again = document(StepMode.ALL).approves(1);
        again.days(2);
        again.returns(5, "draft", false, false).approves(1);
        assertThat(again.route.step("consult").dueAt()).isEqualTo(again.now.plus(Duration.ofDays(3)));
    }

    @Test
    @DisplayName("退回十次，只有一个文号（steedos #1393 #1946）")
    void tenReturnsOneNumber() {
        Desk desk = document(StepMode.ALL);
        for (int round = 0; round < 10; round++) {
            while (desk.route.status() == RouteStatus.OPEN) {
                desk.approves(desk.holding().keySet().iterator().next());
            }
            desk.does(
                    Caller.administrator(Desk.ADMINISTRATOR),
                    new Command.Reopen(desk.route.version(), "draft", false, "须重办"));
            assertThat(desk.route.number()).hasToString("云关〔2026〕1号");
        }
    }

    @Test
    @DisplayName("撤回：打开前可以，打开后不行，转办也能撤回（steedos #203 #1377）")
    void withdrawBeforeAndAfterOpening() {
        Desk desk = document(StepMode.ALL).approves(1).withdraws(1);
        assertThat(desk.holding()).containsExactly(Map.entry(1L, "draft"));
        desk.approves(1).opens(3).withdraws(1);
        assertThat(desk.refused).isEqualTo(RefusalReason.OPENED);
        desk.transfers(3, 8).withdraws(3);
        assertThat(desk.holding()).containsEntry(3L, "consult").doesNotContainKey(8L);
    }

    @Test
    @DisplayName("联合发文：办完一路什么也没启动，仍可撤回")
    void withdrawAcrossTheEndOfALane() {
        Desk desk = new Desk(
                draft(),
                StepSpec.joint(
                        "joint",
                        "联合",
                        new LaneSpec("joint/1", "甲", List.of(step("joint/1/s", StepKind.ISSUANCE, StepMode.ONE, 3))),
                        new LaneSpec("joint/2", "乙", List.of(step("joint/2/s", StepKind.ISSUANCE, StepMode.ONE, 4)))),
                step("check", StepKind.FINAL_CHECK, StepMode.ONE, 7));
        desk.approves(1).approves(3).withdraws(3);
        assertThat(desk.refused).isNull();
        assertThat(desk.holding()).containsOnlyKeys(3L, 4L);
        desk.approves(3).approves(4).withdraws(4);
        assertThat(desk.holding()).containsOnlyKeys(4L);
        desk.approves(4).returns(7, "joint/1/s", false, true);
        assertThat(desk.holding()).containsExactly(Map.entry(3L, "joint/1/s"));
        desk.approves(3);
        assertThat(desk.holding()).containsExactly(Map.entry(7L, "check"));
    }

    @ParameterizedTest(name = "直接返回，期间实质性修改={0}（steedos #1179 #1466）")
    @ValueSource(booleans = {false, true})
    void straightBackWithAndWithoutSubstantiveChange(boolean substantive) {
        Desk desk = document(StepMode.ALL)
                .approves(1)
                .approves(3)
                .approves(4)
                .approves(5)
                .approves(6);
        desk.returns(7, "draft", false, true).edits(1, substantive).approves(1);
        assertThat(desk.holding()).containsExactly(substantive ? Map.entry(6L, "sign") : Map.entry(7L, "check"));
        if (substantive) {
            desk.approves(6);
            assertThat(desk.holding()).containsExactly(Map.entry(7L, "check"));
        }
    }

    @Test
    @DisplayName("无人可办：不跳过，由兜底岗位指派；兜底也无人则管理员（steedos #167 #72 #1402 #1818）")
    void nobodyHoldsIt() {
        Desk desk = new Desk(
                Map.of(10L, List.of(), 11L, List.of(50L)),
                draft(),
                StepSpec.of("review", "核稿", StepKind.DRAFT_REVIEW, StepMode.ONE, new Assignee.Post(10))
                        .fallingBackTo(11));
        desk.approves(1);
        assertThat(desk.holding()).containsExactly(Map.entry(50L, "review·待指派"));
        desk.absent.add(50L);
        desk.sweeps();
        assertThat(desk.holding()).containsExactly(Map.entry(Desk.ADMINISTRATOR, "review·待指派"));
        desk.absent.add(Desk.ADMINISTRATOR);
        desk.sweeps();
        assertThat(desk.route.isUnattended()).isTrue();
        assertThat(desk.route.step("review").status()).isEqualTo(StepStatus.ACTIVE);
        desk.absent.clear();
        desk.sweeps();
        RouteTask dispatch = desk.task(50);
        int seat = desk.route.step("review").currentSeats().getFirst().no();
        desk.does(Caller.holder(50), new Command.Dispatch(dispatch.no(), seat, 8));
        assertThat(desk.holding()).containsExactly(Map.entry(8L, "review"));
    }

    @Test
    @DisplayName("逾期未复：通知满一个时限才推定，空缺的席位不推定")
    void silenceOnlyAfterAFullLimit() {
        Desk desk = new Desk(
                draft(),
                step("consult", StepKind.COUNTERSIGNATURE, StepMode.ALL, 3, 4).limited(3, SilenceRule.DEEMED_AGREED),
                step("sign", StepKind.ISSUANCE, StepMode.ONE, 6));
        desk.approves(1);
        desk.days(2);
        desk.transfers(3, 8);
        desk.days(1);
        desk.sweeps();
        assertThat(desk.holding()).containsOnlyKeys(8L);
        desk.days(2);
        desk.sweeps();
        assertThat(desk.holding()).containsOnlyKeys(6L);
        assertThat(desk.route.opinions())
                .filteredOn(o -> o.kind() == OpinionKind.DEEMED)
                .hasSize(2)
                .allSatisfy(o -> assertThat(o.text()).isEqualTo("逾期未复，视为无不同意见"));
    }

    @Test
    @DisplayName("由上一环节选定：随办理选人；没有选则席位空缺；重选胜过从前办过的人")
    void chosenByTheSender() {
        Desk desk = new Desk(
                draft(),
                StepSpec.of("review", "核稿", StepKind.DRAFT_REVIEW, StepMode.SEQUENCE, new Assignee.ChosenBySender()),
                step("sign", StepKind.ISSUANCE, StepMode.ONE, 6));
        Desk without = new Desk(
                draft(),
                StepSpec.of("review", "核稿", StepKind.DRAFT_REVIEW, StepMode.ONE, new Assignee.ChosenBySender()));
        desk.approves(1, "review", 3L, 4L);
        assertThat(desk.holding()).containsExactly(Map.entry(3L, "review"));
        desk.approves(3).approves(4).returns(6, "draft", false, false);
        desk.approves(1, "review", 5L);
        assertThat(desk.holding()).containsExactly(Map.entry(5L, "review"));
        without.approves(1);
        assertThat(without.holding()).containsExactly(Map.entry(Desk.ADMINISTRATOR, "review·待指派"));
    }

    @Test
    @DisplayName("前加签：先由他人签，再回到加签人本人；加签人不占同环节别的席位")
    void signerBeforeComesBackToTheAsker() {
        Desk desk = document(StepMode.ALL).approves(1);
        RouteTask asking = desk.task(3);
        desk.does(Caller.holder(3), new Command.AddSigner(asking.no(), 1, SignerPlace.BEFORE, 8));
        assertThat(desk.holding()).containsOnlyKeys(4L, 5L, 8L);
        desk.approves(8);
        assertThat(desk.holding()).containsOnlyKeys(3L, 4L, 5L);
    }

    @Test
    @DisplayName("委托到期，受托人恰在候选之中：不能再以委托人名义签（陷阱十二）")
    void expiredDelegationOfAPoolMember() {
        Desk desk = new Desk(
                Map.of(10L, List.of(6L, 8L)),
                draft(),
                StepSpec.of("sign", "签发", StepKind.ISSUANCE, StepMode.ONE, new Assignee.Post(10)));
        desk.absent.add(6L);
        desk.posts.put(10L, List.of(6L));
        desk.delegations.add(new DelegationInForce(6, 8, true, false, null));
        desk.approves(1);
        RouteTask deputy = desk.task(8);
        assertThat(deputy.principal()).isEqualTo(6);
        desk.delegations.clear();
        desk.posts.put(10L, List.of(6L, 8L));
        desk.approves(8);
        assertThat(desk.refused).isEqualTo(RefusalReason.NOT_ENTITLED);
        desk.sweeps().approves(8);
        assertThat(desk.route.opinions().getLast().principal()).isEqualTo(8);
    }

    @Test
    @DisplayName("有人未阅而办结，须写明原因；传阅不影响办理")
    void closingWithUnreadReadersNeedsAReason() {
        Desk desk = new Desk(draft());
        desk.does(Caller.holder(1), new Command.Circulate(Set.of(8L)));
        RouteTask task = desk.task(1);
        desk.does(Caller.holder(1), new Command.Approve(task.no(), 1, 1, "", Map.of()));
        assertThat(desk.refused).isEqualTo(RefusalReason.UNREAD);
        desk.approves(1);
        assertThat(desk.route.status()).isEqualTo(RouteStatus.CLOSED);
    }

    @Test
    @DisplayName("签发前起草人可以作废；签发后须管理员并有批准人，文号保留")
    void voidingBeforeAndAfterIssuance() {
        Desk early = document(StepMode.ALL).approves(1);
        early.does(Caller.holder(1), new Command.Void(early.route.version(), "不再需要", null));
        assertThat(early.route.status()).isEqualTo(RouteStatus.VOIDED);
        Desk late = document(StepMode.ALL)
                .approves(1)
                .approves(3)
                .approves(4)
                .approves(5)
                .approves(6);
        late.does(Caller.holder(1), new Command.Void(late.route.version(), "不再需要", 6L));
        assertThat(late.refused).isEqualTo(RefusalReason.NOT_PERMITTED);
        Caller administrator = Caller.administrator(Desk.ADMINISTRATOR);
        late.does(administrator, new Command.Void(late.route.version(), "不再需要", null));
        assertThat(late.refused).isEqualTo(RefusalReason.APPROVAL_MISSING);
        late.approves(7);
        late.does(administrator, new Command.Void(late.route.version(), "不再需要", 6L));
        assertThat(late.route.status()).isEqualTo(RouteStatus.VOIDED);
        assertThat(late.route.number()).isNotNull();
    }
}
