package org.guanwu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.house.ServerPaths.ServerPath;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every server path × every role. The table {@code permitted-paths.tsv} says who may reach a path; the list of paths is
 * the running application's own, so that a new path without a row fails. Whoever may not reach it gets 404, a visitor
 * who has not signed in is asked to (a redirect for a page, 401 for a program).
 *
 * <p>Ids in the paths belong to nothing: what is tested is the door, not the room behind it. That a person sees only his
 * own rooms is tested per module.
 */
@GuanwuTest
class PermittedPathsTests {

    private static final List<String> ROLES = List.of(
            "DRAFTER",
            "DEPARTMENT_REVIEWER",
            "OFFICE_REVIEWER",
            "LEADER",
            "REGISTRAR",
            "DISCLOSURE_OFFICER",
            "SECRECY_REVIEWER",
            "RELEASE_APPROVER",
            "BUSINESS_ADMINISTRATOR",
            "SYSTEM_ADMINISTRATOR",
            "SECURITY_ADMINISTRATOR",
            "AUDIT_ADMINISTRATOR");

    private static final Path TABLE = Path.of("src/test/resources/permitted-paths.tsv");

    private final MockMvcTester mvc;
    private final ServerPaths paths;
    private final TestPeople people;

    PermittedPathsTests(MockMvcTester mvc, ServerPaths paths, TestPeople people) {
        this.mvc = mvc;
        this.paths = paths;
        this.people = people;
    }

    @Test
    void everyPathHasARowAndEveryRowAPath() throws IOException {
        var found = new TreeSet<String>();
        paths.list().forEach(p -> found.add(p.key()));
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void eachRoleReachesExactlyWhatTheTableSays() throws IOException {
        var customs = people.authority("许可海关");
        var table = table();
        var offenders = new ArrayList<String>();
        for (String role : ROLES) {
            var person = people.person("某" + role.substring(0, 3), customs.id(), role);
            for (ServerPath path : paths.list()) {
                Set<String> allowed = table.getOrDefault(path.key(), Set.of());
                boolean isAllowed =
                        allowed.contains("anyone") || allowed.contains("signed-in") || allowed.contains(role);
                if (endsTheSession(path)) {
                    continue;
                }
                MvcTestResult result = mvc.method(
                                HttpMethod.valueOf(path.method().name()))
                        .uri(path.filled("999999999"))
                        .with(people.actingAs(person))
                        .exchange();
                boolean wasAllowed = !isRefusedAtTheDoor(result);
                if (wasAllowed != isAllowed) {
                    offenders.add(role + " " + path.key() + (wasAllowed ? " was let in" : " was kept out"));
                }
            }
        }
        assertThat(String.join("\n", offenders)).isEmpty();
    }

    @Test
    void aVisitorReachesOnlyWhatIsForAnyone() throws IOException {
        var table = table();
        var offenders = new ArrayList<String>();
        for (ServerPath path : paths.list()) {
            boolean isOpen = table.getOrDefault(path.key(), Set.of()).contains("anyone");
            int status = mvc.method(HttpMethod.valueOf(path.method().name()))
                    .uri(path.filled("999999999"))
                    .exchange()
                    .getResponse()
                    .getStatus();
            // without a session a POST of a page already fails for want of its CSRF token
            boolean keptOut = status == 401 || status == 403 || status == 303;
            if (isOpen && status == 401 || !isOpen && !keptOut) {
                offenders.add(path.key() + " answered " + status);
            }
        }
        assertThat(String.join("\n", offenders)).isEmpty();
    }

    private static boolean endsTheSession(ServerPath path) {
        return path.method() == RequestMethod.POST && path.pattern().equals("/sign-out");
    }

    private static boolean isRefusedAtTheDoor(MvcTestResult result) {
        Throwable failure = result.getMvcResult().getResolvedException();
        return result.getResponse().getStatus() == 404
                && failure instanceof NotFound
                && failure.getMessage().contains(" requires ");
    }

    static Map<String, Set<String>> table() throws IOException {
        var rows = new LinkedHashMap<String, Set<String>>();
        for (String line : Files.readAllLines(TABLE, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t");
                rows.put(cells[0], Set.of(cells[1].split(" ")));
            }
        }
        return rows;
    }
}
