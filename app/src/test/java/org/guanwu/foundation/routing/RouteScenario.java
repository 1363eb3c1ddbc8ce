package org.guanwu.foundation.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.numbering.NumberLayout;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.numbering.NumberRules;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.routing.RouteView.MyTask;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A customs with the people of a document's way, and acts as they would press them. */
@Component
public class RouteScenario {

    private static final AtomicLong MATTERS = new AtomicLong(System.nanoTime());

    private static final AtomicInteger CODES = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

    private final Routing routing;
    private final TestPeople people;
    private final NumberRules rules;

    RouteScenario(Routing routing, TestPeople people, NumberRules rules) {
        this.routing = routing;
        this.people = people;
        this.rules = rules;
    }

    /** people of one invented customs; each in a post of his own */
    public record Office(
            Unit customs,
            Person drafter,
            Person reviewer,
            Person first,
            Person second,
            Person signatory,
            Person checker,
            Person registrar,
            Person administrator) {

        public RouteTemplate template() {
            return new RouteTemplate(
                    "t" + customs.id(),
                    1,
                    "通知类发文路线",
                    customs.id(),
                    "outgoing-document",
                    "",
                    List.of(
                            StepSpec.of("draft", "起草", StepKind.DRAFTING, StepMode.ONE, new Assignee.Drafter())
                                    .separated("E")
                                    .with(true, false, true),
                            StepSpec.of("review", "核稿", StepKind.DRAFT_REVIEW, StepMode.ONE, post(reviewer))
                                    .separated("E")
                                    .with(true, false, true),
                            StepSpec.of(
                                            "consult",
                                            "会签",
                                            StepKind.COUNTERSIGNATURE,
                                            StepMode.ALL,
                                            post(first),
                                            post(second))
                                    .limited(3, SilenceRule.NONE),
                            StepSpec.of("sign", "签发", StepKind.ISSUANCE, StepMode.ONE, post(signatory))
                                    .separated("E"),
                            StepSpec.of("check", "复核", StepKind.FINAL_CHECK, StepMode.ONE, post(checker))
                                    .with(true, true, true),
                            StepSpec.of("register", "登记印发", StepKind.REGISTRATION, StepMode.ONE, post(registrar))));
        }

        private static Assignee post(Person person) {
            return new Assignee.Post(person.postId());
        }
    }

    public Office office(String name) {
        Unit customs = people.authority(name);
        return new Office(
                customs,
                people.person("王起草", customs.id()),
                people.person("陈核稿", customs.id()),
                people.person("林会签", customs.id()),
                people.person("赵会签", customs.id()),
                people.person("李签发", customs.id()),
                people.person("方复核", customs.id()),
                people.person("许登记", customs.id()),
                people.person("江管理", customs.id(), "BUSINESS_ADMINISTRATOR"));
    }

    public String authorityCode(Office office) {
        int n = CODES.incrementAndGet();
        String code = "云关" + (char) ('一' + n / 100 % 20000) + (char) ('丁' + n % 100) + "发";
        rules.save(
                actor(office.administrator()),
                new NumberRule(
                        0,
                        code,
                        office.customs().id(),
                        Set.of(),
                        NumberLayout.DOCUMENT,
                        true,
                        1,
                        "",
                        true,
                        2020,
                        null,
                        0));
        return code;
    }

    public Actor actor(Person person) {
        return people.actor(person);
    }

    public Matter matter() {
        return new Matter("test-matter", MATTERS.incrementAndGet());
    }

    public Matter start(Office office, RouteTemplate template, @Nullable String submitOpinion) {
        Matter matter = matter();
        start(office, template, matter, submitOpinion, UUID.randomUUID());
        return matter;
    }

    public Receipt start(
            Office office, RouteTemplate template, Matter matter, @Nullable String submitOpinion, UUID commandId) {
        return routing.start(
                actor(office.drafter()),
                commandId,
                new StartRoute(
                        matter,
                        template,
                        "关于夜间查验岗位的通知",
                        "发文·通知",
                        "/office/test-matters/" + matter.id(),
                        1,
                        office.customs().id(),
                        Set.of(),
                        Map.of(),
                        template.steps().stream().anyMatch(StepSpec::assignsNumber) ? authorityCode(office) : null,
                        LocalDate.of(2099, 1, 1),
                        submitOpinion));
    }

    public RouteView view(Person person, Matter matter) {
        return routing.view(actor(person), matter);
    }

    public MyTask task(Person person, Matter matter) {
        return Objects.requireNonNull(view(person, matter).mine(), person.name() + " has no task");
    }

    /** what stands in the hidden fields of the page he looks at now */
    public OnScreen screen(Person person, Matter matter) {
        RouteView view = view(person, matter);
        MyTask mine = view.mine();
        return new OnScreen(
                UUID.randomUUID(),
                view.routeId(),
                mine == null ? 0 : mine.taskNo(),
                view.version(),
                mine == null ? 0 : mine.seatVersion(),
                view.contentVersion());
    }

    public Receipt approve(Person person, Matter matter) {
        return routing.approve(actor(person), screen(person, matter), person.name() + "同意", Map.of());
    }

    public Receipt giveBack(Person person, Matter matter, String target, boolean straightBack) {
        return routing.returnTo(
                actor(person), screen(person, matter), new ReturnRequest(target, 0, false, straightBack, "请补充依据"));
    }
}
