package org.guanwu.foundation.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.guanwu.foundation.identity.AccountIntake.NewAccount;
import org.guanwu.foundation.identity.web.AccountAuthentication;
import org.guanwu.foundation.organization.CustomsTier;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.OrganizationIntake;
import org.guanwu.foundation.organization.OrganizationIntake.NewPerson;
import org.guanwu.foundation.organization.OrganizationIntake.NewUnit;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.organization.UnitLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Units and people for tests: found by the component scan of every {@code @GuanwuTest}, injected like any bean. Each
 * call makes new rows under new names, so tests never meet.
 *
 * <pre>{@code
 * Unit customs = people.authority("云州海关");
 * Person drafter = people.person("王某", customs.id(), "DRAFTER");
 * mvc.post().uri("/office/…").with(people.actingAs(drafter));   // signed in, second factor shown, CSRF token present
 * useCase.act(people.actor(drafter), …);
 * }</pre>
 */
@Component
public class TestPeople {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final OrganizationIntake intake;
    private final Organization organization;
    private final AccountIntake accounts;
    private final People people;

    TestPeople(OrganizationIntake intake, Organization organization, AccountIntake accounts, People people) {
        this.intake = intake;
        this.organization = organization;
        this.accounts = accounts;
        this.people = people;
    }

    /** @param id person id */
    public record Person(long id, long accountId, String accountName, String name, long unitId, long postId) {}

    /** a 直属海关 with a tree of its own */
    public Unit authority(String name) {
        return unit(name, CustomsTier.REGIONAL, UnitLevel.AUTHORITY, null);
    }

    public Unit department(String name, Unit parent) {
        return unit(name, parent.tier(), UnitLevel.DEPARTMENT, parent.id());
    }

    /** a 隶属海关 below it */
    public Unit subordinate(String name, Unit parent) {
        return unit(name, CustomsTier.SUBORDINATE, UnitLevel.AUTHORITY, parent.id());
    }

    private Unit unit(String name, CustomsTier tier, UnitLevel level, @Nullable Long parentId) {
        String code = unique("u");
        return organization.getUnit(intake.openUnit(
                new NewUnit(code, name, name.substring(0, 1) + "关", tier, level, parentId, 0, LONG_AGO)));
    }

    public long post(String name, long unitId) {
        return intake.openPost(unique("p"), name, unitId, LONG_AGO);
    }

    /** in a post of his own, with each role granted for the subtree of his unit (administrators: the whole system) */
    public Person person(String name, long unitId, String... roles) {
        return personAt(name, post(name + "的岗位", unitId), roles);
    }

    /** one who can really sign in; the account name has nothing of the password in it */
    public Person personWithPassword(String name, long unitId, String password, boolean mustChange, String... roles) {
        return employ(name, post(name + "的岗位", unitId), password, mustChange, roles);
    }

    /** @return person id */
    public long employWithoutAccount(String name, long unitId) {
        return intake.employ(new NewPerson(name, null, post(name + "的岗位", unitId), "", 100, LONG_AGO));
    }

    public Person personAt(String name, long postId, String... roles) {
        return employ(name, postId, null, false, roles);
    }

    private Person employ(String name, long postId, @Nullable String password, boolean mustChange, String... roles) {
        long unitId = organization.findPost(postId).orElseThrow().unitId();
        long personId = intake.employ(new NewPerson(name, null, postId, "", 100, LONG_AGO));
        String account = unique("a");
        long accountId = accounts.open(new NewAccount(account, name, personId, password, mustChange, null));
        var person = new Person(personId, accountId, account, name, unitId, postId);
        for (String role : roles) {
            grant(person, role, role.endsWith("_ADMINISTRATOR") && !role.startsWith("BUSINESS") ? null : unitId);
        }
        return person;
    }

    public void grant(Person person, String role, @Nullable Long unitId) {
        accounts.grant(person.accountName(), role, unitId, LONG_AGO, null);
    }

    public Actor actor(Person person) {
        return people.findActor(person.id()).orElseThrow();
    }

    /** signed in with a second factor, and with a CSRF token for POST */
    public RequestPostProcessor actingAs(Person person) {
        var signedIn = signedIn(person);
        var csrf = csrf();
        return request -> csrf.postProcessRequest(signedIn.postProcessRequest(request));
    }

    /** signed in, but without a CSRF token: what a forged form would send */
    public RequestPostProcessor signedIn(Person person) {
        return authentication(AccountAuthentication.ofSession(person.accountId(), person.accountName(), true));
    }

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }
}
