package org.guanwu.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guanwu.foundation.identity.Permission.ACCOUNT_EDIT;
import static org.guanwu.foundation.identity.Permission.CALENDAR_APPROVE;
import static org.guanwu.foundation.identity.Permission.CALENDAR_EDIT;
import static org.guanwu.foundation.identity.Permission.DISCLOSURE_REVIEW;
import static org.guanwu.foundation.identity.Permission.DOCUMENT_DRAFT;
import static org.guanwu.foundation.identity.Permission.DOCUMENT_HANDLE;
import static org.guanwu.foundation.identity.Permission.DOCUMENT_NUMBER;
import static org.guanwu.foundation.identity.Permission.DOCUMENT_READ;
import static org.guanwu.foundation.identity.Permission.DOCUMENT_VOID;
import static org.guanwu.foundation.identity.Permission.GAZETTE_IMPORT;
import static org.guanwu.foundation.identity.Permission.LEDGER_EXPORT;
import static org.guanwu.foundation.identity.Permission.LEDGER_READ;
import static org.guanwu.foundation.identity.Permission.NUMBER_RULE_EDIT;
import static org.guanwu.foundation.identity.Permission.NUMBER_VOID;
import static org.guanwu.foundation.identity.Permission.ORGANIZATION_EDIT;
import static org.guanwu.foundation.identity.Permission.PUBLICATION_EDIT;
import static org.guanwu.foundation.identity.Permission.PUBLICATION_RELEASE;
import static org.guanwu.foundation.identity.Permission.ROLE_GRANT;
import static org.guanwu.foundation.identity.Permission.ROUTE_ADMINISTER;
import static org.guanwu.foundation.identity.Permission.ROUTE_TEMPLATE_EDIT;
import static org.guanwu.foundation.identity.Permission.SECRECY_REVIEW;
import static org.guanwu.foundation.identity.Permission.SECURITY_POLICY_EDIT;
import static org.guanwu.foundation.identity.Permission.SYSTEM_OPERATE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each role may do, written out: whoever changes a seed changes this table and says why. */
@GuanwuTest
class PermittedActionsTests {

    private static final Map<String, Set<Permission>> TABLE = Map.ofEntries(
            Map.entry("DRAFTER", EnumSet.of(DOCUMENT_DRAFT, DOCUMENT_HANDLE)),
            Map.entry("DEPARTMENT_REVIEWER", EnumSet.of(DOCUMENT_DRAFT, DOCUMENT_HANDLE, DOCUMENT_READ)),
            Map.entry("OFFICE_REVIEWER", EnumSet.of(DOCUMENT_DRAFT, DOCUMENT_HANDLE, DOCUMENT_READ)),
            Map.entry("LEADER", EnumSet.of(DOCUMENT_HANDLE, DOCUMENT_READ, DOCUMENT_VOID)),
            Map.entry("REGISTRAR", EnumSet.of(DOCUMENT_HANDLE, DOCUMENT_READ, DOCUMENT_NUMBER, NUMBER_VOID)),
            Map.entry("DISCLOSURE_OFFICER", EnumSet.of(DISCLOSURE_REVIEW, PUBLICATION_EDIT, GAZETTE_IMPORT)),
            Map.entry("SECRECY_REVIEWER", EnumSet.of(SECRECY_REVIEW)),
            Map.entry("RELEASE_APPROVER", EnumSet.of(PUBLICATION_RELEASE)),
            Map.entry(
                    "BUSINESS_ADMINISTRATOR",
                    EnumSet.of(
                            ROUTE_ADMINISTER, ROUTE_TEMPLATE_EDIT, NUMBER_RULE_EDIT, CALENDAR_EDIT, CALENDAR_APPROVE)),
            Map.entry("SYSTEM_ADMINISTRATOR", EnumSet.of(ORGANIZATION_EDIT, ACCOUNT_EDIT, SYSTEM_OPERATE)),
            Map.entry("SECURITY_ADMINISTRATOR", EnumSet.of(ROLE_GRANT, SECURITY_POLICY_EDIT)),
            Map.entry("AUDIT_ADMINISTRATOR", EnumSet.of(LEDGER_READ, LEDGER_EXPORT)));

    private static final Set<String> THREE =
            Set.of("SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "AUDIT_ADMINISTRATOR");

    private final JdbcClient jdbc;
    private final TestPeople people;
    private final AccountIntake accounts;
    private final People directory;

    PermittedActionsTests(JdbcClient jdbc, TestPeople people, AccountIntake accounts, People directory) {
        this.jdbc = jdbc;
        this.people = people;
        this.accounts = accounts;
        this.directory = directory;
    }

    @Test
    void rolesHaveExactlyThesePermissions() {
        var seeded = new TreeMap<String, Set<String>>();
        jdbc.sql("select role_code, permission from identity.role_permission").query(row -> {
            seeded.computeIfAbsent(row.getString(1), role -> new TreeSet<>()).add(row.getString(2));
        });
        var expected = new TreeMap<String, Set<String>>();
        TABLE.forEach((role, permissions) -> expected.put(
                role, permissions.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new))));

        assertThat(seeded).isEqualTo(expected);
    }

    @Test
    void theTableOfPermissionsEqualsTheEnum() {
        var known = jdbc.sql("select code || ' ' || permission_group from identity.permission")
                .query(String.class)
                .list();

        assertThat(known)
                .as("a new permission needs a migration of identity")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Permission.values())
                        .map(p -> p.name() + " " + p.group().name())
                        .toList());
    }

    @Test
    @DisplayName("GB/T 22239—2019 8.1.5：三员互斥，不兼业务权限")
    void noTwoRolesOfDifferentKindsMeetInAPerson() {
        long unit = people.authority("云州海关").id();
        for (String first : TABLE.keySet()) {
            for (String second : TABLE.keySet()) {
                var person = people.person("冯某", unit, first);
                boolean isAllowed = !THREE.contains(first) && !THREE.contains(second) || first.equals(second);
                Long scope = THREE.contains(second) ? null : unit;
                if (isAllowed) {
                    people.grant(person, second, scope);
                } else {
                    assertThatThrownBy(() -> people.grant(person, second, scope))
                            .as(first + " + " + second)
                            .isInstanceOf(Refusal.class)
                            .hasMessageContaining("GB/T 22239");
                }
            }
        }
    }

    @Test
    void theDatabaseRefusesTheMixtureEvenWithoutTheUseCase() {
        long unit = people.authority("云州海关").id();
        var drafter = people.person("许某", unit, "DRAFTER");

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into identity.role_grant (account_id, role_code, role_group, valid_from,
                                  granted_by, granted_at)
                                values (?, 'AUDIT_ADMINISTRATOR', 'ADMINISTRATION', '2020-01-01', 'x', now())""").param(drafter.accountId()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into identity.role_permission (role_code, role_group, permission)
                                values ('DRAFTER', 'BUSINESS', 'LEDGER_READ')""").update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void rolesMayFollowEachOtherInTime() {
        long unit = people.authority("云州海关").id();
        var person = people.person("罗某", unit);
        accounts.grant(person.accountName(), "DRAFTER", unit, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
        accounts.grant(person.accountName(), "AUDIT_ADMINISTRATOR", null, LocalDate.of(2025, 1, 1), null);

        var actor = people.actor(person);

        assertThat(actor.may(LEDGER_READ)).isTrue();
        assertThat(actor.may(DOCUMENT_DRAFT)).isFalse();
    }

    @Test
    void aRightHoldsInItsSubtreeOnly() {
        var customs = people.authority("云州海关");
        var office = people.department("办公室", customs);
        var port = people.department("口岸监管处", customs);
        var reviewer = people.person("陈某", office.id(), "OFFICE_REVIEWER");

        var actor = people.actor(reviewer);

        assertThat(actor.scope(DOCUMENT_READ)).containsExactly(office.path());
        assertThat(actor.may(DOCUMENT_READ, office.path())).isTrue();
        assertThat(actor.may(DOCUMENT_READ, port.path())).isFalse();
        assertThat(actor.may(DOCUMENT_READ, customs.path())).isFalse();
    }

    @Test
    void holdersOfAPermissionAreThoseWhoseGrantCoversTheUnitToday() {
        var customs = people.authority("云州海关");
        var port = people.department("口岸监管处", customs);
        var office = people.department("办公室", customs);
        var whole = people.person("吴某", customs.id(), "RELEASE_APPROVER");
        var local = people.person("何某", port.id(), "RELEASE_APPROVER");
        var elsewhere = people.person("罗某", office.id(), "RELEASE_APPROVER");
        var former = people.person("高某", customs.id());
        accounts.grant(
                former.accountName(),
                "RELEASE_APPROVER",
                customs.id(),
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2024, 1, 1));

        assertThat(directory.listHolders(PUBLICATION_RELEASE, port.path()))
                .contains(whole.id(), local.id())
                .doesNotContain(elsewhere.id(), former.id());
    }
}
