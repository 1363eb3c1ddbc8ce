package org.guanwu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.house.ServerPaths.ServerPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.UriComponentsBuilder;

/** Malformed input to every path of the running application: an answer in the reader's words, never a 500. */
@GuanwuTest
class MalformedInputTests {

    private static final List<String> IDS =
            List.of("abc", "-1", "0", "99999999999999999999", "1e9", "号〔2026〕", "%20", "x".repeat(3000), "1;drop");

    private static final List<String> VALUES =
            List.of("", "abc", "-1", "99999999999999999999", "2026-02-30", "\u0000", "<script>", "名".repeat(5000));

    private static final List<String> PARAMETERS = List.of(
            "q",
            "cursor",
            "from",
            "to",
            "unit",
            "topic",
            "type",
            "year",
            "validity",
            "limit",
            "page",
            "tab",
            "on",
            "commandId",
            "version",
            "routeVersion",
            "seatVersion",
            "contentVersion",
            "taskNo",
            "personId",
            "reason",
            "title",
            "text",
            "body",
            "account",
            "password",
            "code",
            "name",
            "date",
            "workingDays",
            "opinion",
            "file");

    private final MockMvcTester mvc;
    private final ServerPaths paths;
    private final TestPeople people;

    MalformedInputTests(MockMvcTester mvc, ServerPaths paths, TestPeople people) {
        this.mvc = mvc;
        this.paths = paths;
        this.people = people;
    }

    @Test
    void neverAServerError() throws IOException {
        var customs = people.authority("错填海关");
        var business = people.person(
                "错某",
                customs.id(),
                "DRAFTER",
                "DEPARTMENT_REVIEWER",
                "OFFICE_REVIEWER",
                "LEADER",
                "REGISTRAR",
                "DISCLOSURE_OFFICER",
                "SECRECY_REVIEWER",
                "RELEASE_APPROVER",
                "BUSINESS_ADMINISTRATOR");
        var administrators = new LinkedHashMap<String, TestPeople.Person>();
        for (String role : List.of("SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "AUDIT_ADMINISTRATOR")) {
            administrators.put(role, people.person("管某", customs.id(), role));
        }
        var table = PermittedPathsTests.table();
        var offenders = new ArrayList<String>();
        for (ServerPath path : paths.list()) {
            attack(path, business, offenders);
            Set<String> allowed = table.getOrDefault(path.key(), Set.of());
            administrators.forEach((role, person) -> {
                if (allowed.contains(role)) {
                    attack(path, person, offenders);
                }
            });
        }
        assertThat(String.join("\n", offenders)).isEmpty();
    }

    private void attack(ServerPath path, TestPeople.Person person, List<String> offenders) {
        if (path.hasVariable()) {
            for (String id : IDS) {
                send(path, path.filled(id), null, null, null, person, offenders);
            }
        }
        String plain = path.filled("999999999");
        for (String value : VALUES) {
            send(path, plain, value, null, null, person, offenders);
        }
        if (path.method() != RequestMethod.GET) {
            for (String json :
                    List.of("", "{", "[]", "null", "{\"limit\":{\"amount\":\"x\"}}", "{\"account\":1}", "\"\"")) {
                send(path, plain, null, json, MediaType.APPLICATION_JSON, person, offenders);
            }
            send(path, plain, null, "<a/>", MediaType.APPLICATION_XML, person, offenders);
            send(
                    path,
                    plain,
                    null,
                    "--x",
                    MediaType.parseMediaType("multipart/form-data; boundary=x"),
                    person,
                    offenders);
        }
    }

    private void send(
            ServerPath path,
            String uri,
            @Nullable String value,
            @Nullable String content,
            @Nullable MediaType type,
            TestPeople.Person person,
            List<String> offenders) {
        var request = mvc.method(HttpMethod.valueOf(path.method().name()))
                .uri(encoded(uri))
                .with(people.actingAs(person));
        if (value != null) {
            for (String parameter : PARAMETERS) {
                request = request.param(parameter, value);
            }
        }
        if (content != null && type != null) {
            request = request.content(content).contentType(type);
        }
        int status;
        try {
            var result = request.exchange();
            Throwable unresolved = result.getUnresolvedException();
            status = unresolved != null ? 599 : result.getResponse().getStatus();
        } catch (RuntimeException e) {
            status = 599;
        }
        if (status >= 500) {
            offenders.add(path.key() + " " + status + " for "
                    + (value != null
                            ? "every parameter = " + shorten(value)
                            : content != null ? "body " + content : uri.length() > 120 ? "a long path" : uri));
        }
    }

    /** what a browser would make of it */
    private static URI encoded(String path) {
        return UriComponentsBuilder.fromPath(path).encode().build().toUri();
    }

    private static String shorten(String value) {
        return value.length() > 20 ? value.substring(0, 20) + "…" : value;
    }
}
