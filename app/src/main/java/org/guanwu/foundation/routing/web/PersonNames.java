package org.guanwu.foundation.routing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names as people type them, without a script: exactly one hit is taken, otherwise the page asks. */
@Component
class PersonNames {

    private static final int MOST = 20;

    private final Organization organization;
    private final Clock clock;

    PersonNames(Organization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    /** the page that asks, instead of an answer */
    static final class Unclear extends RuntimeException {

        private final PersonQuestion question;

        Unclear(PersonQuestion question) {
            super(question.typed(), null, false, false);
            this.question = question;
        }

        PersonQuestion question() {
            return question;
        }
    }

    long one(Actor actor, HttpServletRequest request, String field) {
        List<Long> people = many(actor, request, field);
        if (people.size() != 1) {
            throw new InvalidInput(field, "这里只能写一个人。");
        }
        return people.getFirst();
    }

    /** @throws Unclear when a name fits nobody or several */
    List<Long> many(Actor actor, HttpServletRequest request, String field) {
        @Nullable String typed = request.getParameter(field);
        var people = new ArrayList<Long>();
        for (String name : (typed == null ? "" : typed).split("[、,，;；\\s]+")) {
            if (name.isBlank()) {
                continue;
            }
            if (name.chars().allMatch(c -> c >= '0' && c <= '9') && name.length() < 18) {
                people.add(organization.getPerson(Long.parseLong(name)).id());
                continue;
            }
            List<StaffMember> hits = search(actor, name);
            List<StaffMember> exact =
                    hits.stream().filter(p -> p.name().equals(name)).toList();
            if (exact.size() != 1) {
                List<StaffMember> candidates = exact.isEmpty() ? hits : exact;
                throw new Unclear(new PersonQuestion(
                        request.getRequestURI(),
                        field,
                        name,
                        new ArrayList<>(people),
                        new ArrayList<>(
                                candidates.stream().map(PersonNames::candidate).toList()),
                        new ArrayList<>(kept(request, field))));
            }
            people.add(exact.getFirst().id());
        }
        if (people.isEmpty()) {
            throw new InvalidInput(field, "请写姓名。");
        }
        return people;
    }

    private static PersonQuestion.Candidate candidate(StaffMember person) {
        String away = person.isPresent() ? "" : "（外出）";
        return new PersonQuestion.Candidate(
                person.id(), person.unitName() + " " + person.name() + " " + person.jobTitle() + away);
    }

    /** the own authority first: most matters stay within it */
    private List<StaffMember> search(Actor actor, String name) {
        String[] ids = actor.unitPath().substring(1).split("/");
        var today = ChinaTime.dateOf(clock.instant());
        for (int i = ids.length - 1; i >= 0; i--) {
            List<StaffMember> found = organization.searchPeople(name, Long.parseLong(ids[i]), today, MOST);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<PersonQuestion.Field> kept(HttpServletRequest request, String field) {
        return request.getParameterMap().entrySet().stream()
                .filter(e -> !e.getKey().equals(field) && !e.getKey().equals("_csrf"))
                .flatMap(PersonNames::fields)
                .toList();
    }

    private static Stream<PersonQuestion.Field> fields(Map.Entry<String, String[]> parameter) {
        return Arrays.stream(parameter.getValue()).map(value -> new PersonQuestion.Field(parameter.getKey(), value));
    }
}
