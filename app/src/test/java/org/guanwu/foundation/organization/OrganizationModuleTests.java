package org.guanwu.foundation.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.organization.OrganizationIntake.NewDelegation;
import org.guanwu.foundation.organization.OrganizationIntake.NewPerson;
import org.guanwu.foundation.organization.OrganizationIntake.NewUnit;
import org.guanwu.foundation.organization.domain.OrganizationEditing;
import org.guanwu.foundation.organization.domain.PresenceRegistration;
import org.guanwu.foundation.organization.domain.StaffingSweep;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class OrganizationModuleTests {

    private static final LocalDate OPENED = LocalDate.of(2020, 1, 1);

    private final Organization organization;
    private final OrganizationIntake intake;
    private final OrganizationEditing editing;
    private final PresenceRegistration presence;
    private final StaffingSweep sweep;
    private final StaffingChangesSeen changes;
    private final TestPeople people;
    private final World world;

    /** what the tests need of the outside */
    record World(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {}

    OrganizationModuleTests(
            Organization organization,
            OrganizationIntake intake,
            OrganizationEditing editing,
            PresenceRegistration presence,
            StaffingSweep sweep,
            StaffingChangesSeen changes,
            TestPeople people,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.organization = organization;
        this.intake = intake;
        this.editing = editing;
        this.presence = presence;
        this.sweep = sweep;
        this.changes = changes;
        this.people = people;
        this.world = new World(jdbc, transaction, clock);
    }

    private Instant now() {
        return world.clock().instant();
    }

    private TestPeople.Person administrator() {
        return people.person("江某", people.authority("云州海关").id(), "SYSTEM_ADMINISTRATOR");
    }

    @Test
    void threeTiersAreOneTree() {
        Unit regional = people.authority("云州海关");
        Unit office = people.department("办公室", regional);
        Unit subordinate = people.subordinate("江湾海关", regional);

        assertThat(organization.listSubtree(regional.id(), LocalDate.now(world.clock())))
                .extracting(Unit::id)
                .containsExactly(regional.id(), office.id(), subordinate.id());
        assertThat(office.isWithin(regional)).isTrue();
        assertThat(regional.isWithin(office)).isFalse();
        assertThat(organization.findUnitByCode(office.code())).contains(office);
        assertThatThrownBy(() -> intake.openUnit(new NewUnit(
                        "x" + UUID.randomUUID(),
                        "澜州海关",
                        "澜关",
                        CustomsTier.REGIONAL,
                        UnitLevel.AUTHORITY,
                        subordinate.id(),
                        0,
                        OPENED)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("不能下设");
        assertThatThrownBy(() -> people.subordinate("江湾海关", office))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("机关只能设在机关之下");
    }

    @Test
    void aFormerNameStaysWithItsTime() {
        var actor = people.actor(administrator());
        Unit unit = people.department("通关处", people.authority("云州海关"));
        editing.renameUnit(actor, unit.id(), "口岸监管处", "云关监", LocalDate.of(2024, 7, 1));

        assertThat(organization.getUnit(unit.id()).name()).isEqualTo("口岸监管处");
        assertThat(organization.listSubtree(unit.id(), LocalDate.of(2024, 6, 30)))
                .extracting(Unit::name)
                .containsExactly("通关处");
        assertThat(organization.listSubtree(unit.id(), LocalDate.of(2024, 7, 1)))
                .extracting(Unit::name)
                .containsExactly("口岸监管处");
        assertThat(organization.listUnits(LocalDate.of(2019, 12, 31)))
                .extracting(Unit::id)
                .doesNotContain(unit.id());
    }

    @Test
    void aUnitClosesOnlyWhenNobodyIsLeftInIt() {
        var actor = people.actor(administrator());
        Unit customs = people.authority("云州海关");
        Unit section = people.department("秘书科", customs);
        var person = people.person("方某", section.id());
        LocalDate lastDay = LocalDate.of(2026, 12, 31);

        assertThatThrownBy(() -> editing.closeUnit(actor, customs.id(), lastDay, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("下设单位");
        assertThatThrownBy(() -> editing.closeUnit(actor, section.id(), lastDay, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("在岗人员");

        editing.leave(actor, person.id(), lastDay.plusDays(1));
        editing.closeUnit(actor, section.id(), lastDay, customs.id());
        assertThat(organization.listSubtree(customs.id(), lastDay)).hasSize(2);
        assertThat(organization.listSubtree(customs.id(), lastDay.plusDays(1))).hasSize(1);
    }

    @Test
    void aPersonHoldsSeveralPostsAndOnePrincipalOne() {
        var actor = people.actor(administrator());
        Unit customs = people.authority("云州海关");
        Unit office = people.department("办公室", customs);
        Unit law = people.department("法规处", customs);
        var person = people.person("林某", law.id());
        long second = people.post("核稿", office.id());
        intake.assign(person.id(), second, "兼职核稿", 5, LocalDate.of(2024, 1, 1), null);

        assertThat(organization.listPostsOf(person.id(), LocalDate.of(2025, 1, 1)))
                .extracting(Post::id)
                .containsExactly(person.postId(), second);
        assertThat(organization.listPostsOf(person.id(), LocalDate.of(2023, 1, 1)))
                .extracting(Post::id)
                .containsExactly(person.postId());
        assertThat(organization.getPerson(person.id()).unitName()).isEqualTo("法规处");
        assertThatThrownBy(() -> intake.assign(person.id(), second, "", 5, LocalDate.of(2025, 1, 1), null))
                .isInstanceOf(InvalidInput.class);

        editing.transfer(actor, person.id(), people.post("主任", office.id()), "主任", 1, LocalDate.of(2026, 1, 1));
        assertThat(organization.getPerson(person.id()).unitName()).isEqualTo("办公室");
        assertThat(organization.getPerson(person.id()).jobTitle()).isEqualTo("主任");
        assertThat(organization.listHolders(person.postId(), LocalDate.of(2025, 12, 31)))
                .extracting(StaffMember::id)
                .containsExactly(person.id());
        assertThat(organization.listHolders(person.postId(), LocalDate.of(2026, 1, 1)))
                .isEmpty();
    }

    @Test
    void holdersStandInOrderOfRank() {
        long post = people.post("副关长", people.authority("云州海关").id());
        long third = intake.employ(new NewPerson("吴某", null, post, "副关长", 3, OPENED));
        long first = intake.employ(new NewPerson("高某", null, post, "副关长", 1, OPENED));

        assertThat(organization.listHolders(post, LocalDate.of(2026, 1, 1)))
                .extracting(StaffMember::id)
                .containsExactly(first, third);
        assertThat(organization.staffing().posts().get(post)).containsExactly(first, third);
    }

    @Test
    void absenceShowsAtOnceAndEndsOnReturn() {
        var person = people.person("李某", people.authority("云州海关").id());
        assertThat(organization.staffing().absent()).doesNotContain(person.id());

        intake.registerAbsence(person.id(), AbsenceKind.BUSINESS_TRIP, now().minusSeconds(5), null, "赴京开会");
        assertThat(organization.staffing().absent()).contains(person.id());
        assertThat(organization.getPerson(person.id()).isPresent()).isFalse();
        assertThatThrownBy(() -> intake.registerAbsence(
                        person.id(), AbsenceKind.LEAVE, now(), now().plus(Duration.ofDays(1)), ""))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已有登记");

        intake.endAbsence(person.id());
        intake.endAbsence(person.id());
        assertThat(organization.staffing().absent()).doesNotContain(person.id());
        assertThat(changes.of(person.id()))
                .extracting(StaffingChanged::reason)
                .containsSequence("absent", "back")
                .containsOnlyOnce("back");
    }

    @Test
    void anAbsenceToComeBeginsByTheClock() throws InterruptedException {
        var person = people.person("周某", people.authority("云州海关").id());
        Instant begin = now().plusMillis(1500);
        intake.registerAbsence(person.id(), AbsenceKind.LEAVE, begin, begin.plus(Duration.ofDays(3)), "");
        assertThat(organization.staffing().absent()).doesNotContain(person.id());

        Thread.sleep(1700);

        assertThat(organization.staffing().absent()).contains(person.id());
    }

    @Test
    void theSweepTellsWhatBeganByTheClockAloneAndTellsItOnce() {
        var person = people.person("赵某", people.authority("云州海关").id());
        intake.registerAbsence(person.id(), AbsenceKind.LEAVE, now().minusSeconds(60), null, "");
        int told = changes.of(person.id()).size();
        world.jdbc()
                .sql("update organization.revision set swept_until = ?")
                .param(Timestamp.from(now().minusSeconds(120)))
                .update();

        sweep.sweep();
        sweep.sweep();

        assertThat(changes.of(person.id()).subList(told, changes.of(person.id()).size()))
                .extracting(StaffingChanged::reason)
                .containsExactly("time-passed");
    }

    @Test
    void delegationsInForceAreInThePicture() {
        long unit = people.authority("云州海关").id();
        var leader = people.person("郑某", unit);
        var deputy = people.person("吴某", unit);
        long lasting = intake.delegate(new NewDelegation(
                leader.id(), deputy.id(), now().minusSeconds(5), null, true, true, "outgoing-document", "关长办公会"));
        intake.delegate(new NewDelegation(
                deputy.id(),
                leader.id(),
                now().plus(Duration.ofDays(1)),
                now().plus(Duration.ofDays(2)),
                false,
                false,
                null,
                ""));

        assertThat(organization.staffing().delegations())
                .contains(new Staffing.DelegationInForce(leader.id(), deputy.id(), true, true, "outgoing-document"))
                .noneMatch(d -> d.principalId() == deputy.id());

        assertThatThrownBy(() -> intake.delegate(new NewDelegation(
                        leader.id(), deputy.id(), now(), null, true, true, "outgoing-document", "再按一次")))
                .as("pressed twice")
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已委托");

        intake.endDelegation(lasting);
        assertThat(organization.staffing().delegations()).noneMatch(d -> d.principalId() == leader.id());
        assertThatThrownBy(() -> intake.delegate(
                        new NewDelegation(leader.id(), leader.id(), now(), null, true, false, null, "")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatIsRolledBackWasNeverInThePicture() {
        var person = people.person("冯某", people.authority("云州海关").id());
        world.transaction().executeWithoutResult(status -> {
            intake.registerAbsence(person.id(), AbsenceKind.LEAVE, now().minusSeconds(1), null, "");
            assertThat(organization.staffing().absent()).contains(person.id());
            status.setRollbackOnly();
        });
        assertThat(organization.staffing().absent()).doesNotContain(person.id());

        // the next change must not be given the number under which the rolled-back picture is remembered
        people.person("许某", people.authority("澜州海关").id());
        assertThat(organization.staffing().absent()).doesNotContain(person.id());
    }

    @Test
    void whoHasLeftIsNoActorAnyMore() {
        var person = people.person("陈某", people.authority("云州海关").id(), "DRAFTER");
        assertThat(people.actor(person).may(Permission.DOCUMENT_DRAFT)).isTrue();

        intake.leave(person.id(), ChinaTime.dateOf(now()));

        assertThat(organization.staffing().left()).contains(person.id());
        assertThat(organization.findPerson(person.id())).isPresent();
        assertThatThrownBy(() -> people.actor(person)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void onlyOneselfOrTheOfficeRegistersAnAbsence() {
        Unit customs = people.authority("云州海关");
        Unit office = people.department("办公室", customs);
        var leader = people.person("高某", office.id());
        var colleague = people.person("王某", office.id(), "DRAFTER");
        var clerk = people.person("江某", customs.id(), "BUSINESS_ADMINISTRATOR");
        var stranger = people.person("何某", people.authority("澜州海关").id(), "BUSINESS_ADMINISTRATOR");

        assertThatThrownBy(() -> presence.registerAbsence(
                        people.actor(colleague), leader.id(), AbsenceKind.LEAVE, now(), null, ""))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> presence.registerAbsence(
                        people.actor(stranger), leader.id(), AbsenceKind.LEAVE, now(), null, ""))
                .isInstanceOf(Refusal.class);
        presence.registerAbsence(people.actor(clerk), leader.id(), AbsenceKind.LEAVE, now().minusSeconds(1), null, "");
        presence.endAbsence(people.actor(leader), leader.id());
        assertThat(organization.getPerson(leader.id()).isPresent()).isTrue();
    }
}
