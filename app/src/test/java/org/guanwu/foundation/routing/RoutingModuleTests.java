package org.guanwu.foundation.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.numbering.Numbering;
import org.guanwu.foundation.organization.AbsenceKind;
import org.guanwu.foundation.organization.OrganizationIntake;
import org.guanwu.foundation.routing.RouteScenario.Office;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Through the interface that business modules use, with real people, real numbers and the real inbox. */
@GuanwuTest
class RoutingModuleTests {

    private final Routing routing;
    private final RouteScenario scenario;
    private final TestPeople people;
    private final OrganizationIntake organization;
    private final Numbering numbering;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    RoutingModuleTests(
            Routing routing,
            RouteScenario scenario,
            TestPeople people,
            OrganizationIntake organization,
            Numbering numbering,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.routing = routing;
        this.scenario = scenario;
        this.people = people;
        this.organization = organization;
        this.numbering = numbering;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private List<String> inbox(long person) {
        return jdbc.sql("select kind_label from worklist.pending_task where person_id = ? and not is_frozen")
                .param(person)
                .query(String.class)
                .list();
    }

    private static String refusal(Callable<?> act) {
        try {
            act.call();
            return "accepted";
        } catch (Refusal refusal) {
            return refusal.code();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    @Test
    @DisplayName("一件发文从起草走到印发：待办、意见、文号、结束各就各位")
    void aDocumentTravelsToItsEnd() {
        Office office = scenario.office("云州海关");
        Matter matter = scenario.start(office, office.template(), "送审");
        assertThat(inbox(office.reviewer().id())).containsExactly("核稿");
        assertThat(scenario.task(office.reviewer(), matter).next())
                .extracting(ForecastStep::name)
                .containsExactly("会签");

        scenario.approve(office.reviewer(), matter);
        assertThat(inbox(office.reviewer().id())).isEmpty();
        scenario.approve(office.first(), matter);
        assertThat(scenario.view(office.second(), matter).running())
                .extracting(RouteView.StepView::name)
                .containsExactly("会签");
        scenario.approve(office.second(), matter);
        scenario.approve(office.signatory(), matter);
        assertThat(numbering.find(matter)).isEmpty();
        scenario.approve(office.checker(), matter);
        assertThat(numbering.find(matter))
                .hasValueSatisfying(n -> assertThat(n.serial()).isEqualTo(1));
        assertThat(scenario.task(office.registrar(), matter).closes()).isTrue();
        scenario.approve(office.registrar(), matter);

        RouteView closed = scenario.view(office.drafter(), matter);
        assertThat(closed.status()).isEqualTo(RouteStatus.CLOSED);
        assertThat(closed.number()).endsWith("1号");
        assertThat(jdbc.sql("select count(*) from worklist.pending_task where matter_type = ? and matter_id = ?")
                        .param(matter.type())
                        .param(matter.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("直接返回：改完回到退回人，中间环节不重办")
    void straightBackSkipsWhatStands() {
        Office office = scenario.office("澜州海关");
        Matter matter = scenario.start(office, office.template(), "送审");
        scenario.approve(office.reviewer(), matter);
        scenario.approve(office.first(), matter);
        scenario.giveBack(office.second(), matter, "draft", true);
        assertThat(inbox(office.second().id())).isEmpty();
        scenario.approve(office.drafter(), matter);
        assertThat(inbox(office.second().id())).containsExactly("会签");
        assertThat(inbox(office.first().id())).isEmpty();
        assertThat(inbox(office.reviewer().id())).isEmpty();
    }

    @Test
    @DisplayName("公文处理工作条例第二十五条：复核时实质性修改，须先退回签发人复审")
    void substantiveChangeAtFinalCheckGoesBackToTheSignatory() {
        Office office = scenario.office("云州海关");
        Matter matter = scenario.start(office, office.template(), "送审");
        List.of(office.reviewer(), office.first(), office.second(), office.signatory())
                .forEach(person -> scenario.approve(person, matter));
        routing.edit(scenario.actor(office.checker()), scenario.screen(office.checker(), matter), true);
        assertThat(scenario.task(office.checker(), matter).blocked()).contains("复审");
        assertThat(refusal(() -> scenario.approve(office.checker(), matter))).isEqualTo("routing.sign-again-first");
        scenario.giveBack(office.checker(), matter, "sign", true);
        scenario.approve(office.signatory(), matter);
        assertThat(inbox(office.checker().id())).containsExactly("复核");
        scenario.approve(office.checker(), matter);
    }

    @Test
    @DisplayName("打开前可以撤回，打开后不能")
    void withdrawnUntilOpened() {
        Office office = scenario.office("云州海关");
        Matter matter = scenario.start(office, office.template(), "送审");
        Integer task = scenario.view(office.drafter(), matter).withdrawableTask();
        assertThat(task).isNotNull();
        long routeId = scenario.view(office.drafter(), matter).routeId();
        routing.withdraw(scenario.actor(office.drafter()), UUID.randomUUID(), routeId, task);
        assertThat(inbox(office.reviewer().id())).isEmpty();
        scenario.approve(office.drafter(), matter);
        routing.open(scenario.actor(office.reviewer()), matter);
        RouteView view = scenario.view(office.drafter(), matter);
        assertThat(view.withdrawableTask()).isNull();
        assertThat(view.refusals().get(RouteAct.WITHDRAW)).contains("对方已打开");
    }

    @Test
    @DisplayName("同一请求重复提交，得到第一次的答复")
    void repeatedCommandGetsTheFirstAnswer() {
        Office office = scenario.office("云州海关");
        Matter matter = scenario.matter();
        UUID command = UUID.randomUUID();
        RouteTemplate template = withoutNumber(office);
        Receipt first = scenario.start(office, template, matter, "送审", command);
        Receipt second = scenario.start(office, template, matter, "送审", command);
        assertThat(second.isRepeated()).isTrue();
        assertThat(second.routeId()).isEqualTo(first.routeId());

        OnScreen screen = scenario.screen(office.reviewer(), matter);
        Receipt approved = routing.approve(scenario.actor(office.reviewer()), screen, "同意", Map.of());
        Receipt again = routing.approve(scenario.actor(office.reviewer()), screen, "同意", Map.of());
        assertThat(again)
                .isEqualTo(new Receipt(approved.routeId(), approved.version(), approved.contentVersion(), true));
        assertThat(refusal(() -> routing.approve(
                        scenario.actor(office.reviewer()),
                        new OnScreen(
                                UUID.randomUUID(),
                                screen.routeId(),
                                screen.taskNo(),
                                screen.routeVersion(),
                                screen.seatVersion(),
                                screen.contentVersion()),
                        "同意",
                        Map.of())))
                .isEqualTo("routing.already-done");
    }

    private static RouteTemplate withoutNumber(Office office) {
        RouteTemplate full = office.template();
        return new RouteTemplate(
                full.code(),
                1,
                full.name(),
                full.unitId(),
                full.matterType(),
                "",
                full.steps().subList(0, 4));
    }

    @Test
    @DisplayName("外出的人由受托人办，署两个名字；回来后待办也回来")
    void deputyActsAndTheTaskComesBack() {
        Office office = scenario.office("云州海关");
        var deputy = people.person("吴代管", office.customs().id());
        organization.delegate(new OrganizationIntake.NewDelegation(
                office.signatory().id(), deputy.id(), Instant.EPOCH, null, true, false, null, "外出代管"));
        Matter matter = scenario.start(office, office.template(), "送审");
        List.of(office.reviewer(), office.first(), office.second()).forEach(person -> scenario.approve(person, matter));
        long routeId = scenario.view(office.drafter(), matter).routeId();
        organization.registerAbsence(office.signatory().id(), AbsenceKind.values()[0], Instant.EPOCH, null, "出差");
        routing.sweep(routeId);
        assertThat(inbox(office.signatory().id())).isEmpty();
        assertThat(scenario.task(deputy, matter).principalName()).isEqualTo("李签发");
        organization.endAbsence(office.signatory().id());
        routing.sweep(routeId);
        assertThat(inbox(deputy.id())).isEmpty();
        assertThat(inbox(office.signatory().id())).containsExactly("签发");
        organization.registerAbsence(office.signatory().id(), AbsenceKind.values()[0], Instant.now(), null, "出差");
        routing.sweep(routeId);
        scenario.approve(deputy, matter);
        assertThat(scenario.view(office.drafter(), matter)
                        .findStep("sign")
                        .orElseThrow()
                        .seats()
                        .getFirst()
                        .opinion())
                .satisfies(o -> assertThat(o.name() + "代" + o.principalName()).isEqualTo("吴代管代李签发"));
    }

    @Test
    @DisplayName("无关的人看不到路线；管理员能看能改派")
    void strangersSeeNothing() {
        Office office = scenario.office("云州海关");
        var stranger = people.person("外人甲", people.authority("澜州海关").id());
        Matter matter = scenario.start(office, office.template(), "送审");
        assertThatThrownBy(() -> scenario.view(stranger, matter)).isInstanceOf(NotFound.class);
        long routeId = scenario.view(office.drafter(), matter).routeId();
        assertThatThrownBy(() ->
                        routing.circulate(scenario.actor(stranger), UUID.randomUUID(), routeId, Set.of(stranger.id())))
                .isInstanceOf(NotFound.class);
        var seat = scenario.view(office.administrator(), matter)
                .findStep("review")
                .orElseThrow()
                .seats()
                .getFirst();
        assertThat(refusal(() -> routing.reassign(
                        scenario.actor(office.drafter()),
                        scenario.screen(office.drafter(), matter),
                        "review",
                        seat.seatNo(),
                        office.first().id(),
                        "工作调整")))
                .isEqualTo("routing.not-permitted");
        routing.reassign(
                scenario.actor(office.administrator()),
                scenario.screen(office.administrator(), matter),
                "review",
                seat.seatNo(),
                office.first().id(),
                "工作调整");
        assertThat(inbox(office.first().id())).containsExactly("核稿");
    }

    @Test
    @DisplayName("催办一天一次；挂起后待办不显示，恢复后回来")
    void remindedOnceADayAndHeld() {
        Office office = scenario.office("云州海关");
        Matter matter = scenario.start(office, office.template(), "送审");
        long routeId = scenario.view(office.drafter(), matter).routeId();
        int task = scenario.task(office.reviewer(), matter).taskNo();
        routing.remind(scenario.actor(office.drafter()), UUID.randomUUID(), routeId, task);
        assertThat(refusal(() -> routing.remind(scenario.actor(office.drafter()), UUID.randomUUID(), routeId, task)))
                .isEqualTo("routing.reminded-today");
        routing.suspend(scenario.actor(office.drafter()), scenario.screen(office.drafter(), matter), "待补材料");
        assertThat(inbox(office.reviewer().id())).isEmpty();
        assertThat(refusal(() -> scenario.approve(office.reviewer(), matter))).isEqualTo("routing.not-open");
        routing.resume(scenario.actor(office.drafter()), scenario.screen(office.drafter(), matter));
        assertThat(inbox(office.reviewer().id())).containsExactly("核稿");
    }

    @Test
    @DisplayName("八个会话同时办同一件，只成一次，只编一个号")
    void eightSessionsOnOneTask() throws Exception {
        Office office = scenario.office("云州海关");
        for (int round = 0; round < 5; round++) {
            Matter matter = scenario.matter();
            scenario.start(office, numberingAtOnce(office), matter, "送审", UUID.randomUUID());
            OnScreen screen = scenario.screen(office.checker(), matter);
            var barrier = new CyclicBarrier(8);
            Callable<String> press = () -> {
                barrier.await();
                return refusal(() -> routing.approve(
                        scenario.actor(office.checker()),
                        new OnScreen(
                                UUID.randomUUID(),
                                screen.routeId(),
                                screen.taskNo(),
                                screen.routeVersion(),
                                screen.seatVersion(),
                                screen.contentVersion()),
                        "同意",
                        Map.of()));
            };
            try (var sessions = Executors.newFixedThreadPool(8)) {
                var answers = sessions.invokeAll(Collections.nCopies(8, press)).stream()
                        .map(f -> f.resultNow())
                        .sorted()
                        .toList();
                assertThat(answers)
                        .startsWith("accepted")
                        .filteredOn("accepted"::equals)
                        .hasSize(1);
                assertThat(answers.subList(1, 8)).containsOnly("routing.already-done");
            }
            assertThat(jdbc.sql("select count(*) from routing.assigned_number where route_id = ?")
                            .param(screen.routeId())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private RouteTemplate numberingAtOnce(Office office) {
        List<StepSpec> steps = office.template().steps();
        return new RouteTemplate(
                "n",
                1,
                "取号",
                office.customs().id(),
                "test-matter",
                "",
                List.of(steps.get(0), steps.get(4), steps.get(5)));
    }

    @Test
    @DisplayName("事件与投影之间中断：什么都没有发生，重做即可")
    void nothingHappensWhenTheTransactionDies() {
        Office office = scenario.office("云州海关");
        Matter matter = scenario.start(office, office.template(), "送审");
        OnScreen screen = scenario.screen(office.reviewer(), matter);
        int before = scenario.view(office.drafter(), matter).version();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            routing.approve(scenario.actor(office.reviewer()), screen, "同意", Map.of());
            status.setRollbackOnly();
        });
        assertThat(scenario.view(office.drafter(), matter).version()).isEqualTo(before);
        assertThat(inbox(office.reviewer().id())).containsExactly("核稿");
        assertThat(routing.approve(scenario.actor(office.reviewer()), screen, "同意", Map.of())
                        .isRepeated())
                .isFalse();
    }

    @Test
    @DisplayName("一次办理的耗时（同意一件，含待办、审计账、事件）")
    void anActIsFast() {
        Office office = scenario.office("云州海关");
        RouteTemplate template = withoutNumber(office);
        for (int i = 0; i < 20; i++) {
            scenario.approve(office.reviewer(), scenario.start(office, template, "送审"));
        }
        long nanos = 0;
        for (int i = 0; i < 30; i++) {
            Matter matter = scenario.start(office, template, "送审");
            OnScreen screen = scenario.screen(office.reviewer(), matter);
            var actor = scenario.actor(office.reviewer());
            long begin = System.nanoTime();
            routing.approve(actor, screen, "同意", Map.of());
            nanos += System.nanoTime() - begin;
        }
        System.out.printf("routing: one act takes %.1f ms%n", nanos / 30 / 1e6);
    }
}
