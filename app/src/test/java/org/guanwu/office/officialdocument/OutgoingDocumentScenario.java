package org.guanwu.office.officialdocument;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.numbering.NumberLayout;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.numbering.NumberRules;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.routing.OnScreen;
import org.guanwu.foundation.routing.ReturnRequest;
import org.guanwu.foundation.routing.RouteTemplates;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.DraftContent;
import org.guanwu.office.officialdocument.domain.Drafting;
import org.guanwu.office.officialdocument.domain.Sending;
import org.springframework.stereotype.Component;

/** A customs office with everybody that a document meets on its way, and the acts of those people in one line each. */
@Component
public class OutgoingDocumentScenario {

    private final TestPeople people;
    private final RouteTemplates templates;
    private final NumberRules numberRules;
    private final Drafting drafting;
    private final Sending sending;
    private final Routing routing;
    private final DocumentAccess access;

    OutgoingDocumentScenario(
            TestPeople people,
            RouteTemplates templates,
            NumberRules numberRules,
            Drafting drafting,
            Sending sending,
            Routing routing,
            DocumentAccess access) {
        this.people = people;
        this.templates = templates;
        this.numberRules = numberRules;
        this.drafting = drafting;
        this.sending = sending;
        this.routing = routing;
        this.access = access;
    }

    public record Office(
            Unit customs,
            Unit department,
            String code,
            Person drafter,
            Person unitHead,
            Person countersigner,
            Person reviewer,
            Person disclosure,
            Person officeHead,
            Person leader,
            Person head,
            Person registrar,
            Person administrator) {}

    public Office office() {
        Unit customs = people.authority("澜州海关");
        Unit department = people.department("口岸监管处", customs);
        Unit legal = people.department("法规处", customs);
        Unit officeUnit = people.department("办公室", customs);
        long unitHeadPost = people.post("处长", department.id());
        long reviewPost = people.post("核稿", officeUnit.id());
        long disclosurePost = people.post("政务公开", officeUnit.id());
        long officeHeadPost = people.post("办公室主任", officeUnit.id());
        long leaderPost = people.post("副关长", customs.id());
        long headPost = people.post("关长", customs.id());
        long registrarPost = people.post("文书", officeUnit.id());
        Person drafter = people.person("王启", department.id(), "DRAFTER");
        Person unitHead = people.personAt("周衡", unitHeadPost, "DEPARTMENT_REVIEWER");
        Person countersigner = people.person("林晏", legal.id(), "DRAFTER");
        Person reviewer = people.personAt("陈述", reviewPost, "OFFICE_REVIEWER");
        Person disclosure = people.personAt("罗敏", disclosurePost);
        people.grant(disclosure, "DISCLOSURE_OFFICER", customs.id());
        Person officeHead = people.personAt("郑和", officeHeadPost, "OFFICE_REVIEWER");
        Person leader = people.personAt("李岱", leaderPost, "LEADER");
        Person head = people.personAt("高远", headPost, "LEADER");
        Person registrar = people.personAt("许静", registrarPost, "REGISTRAR");
        Person administrator = people.person("管理", customs.id(), "BUSINESS_ADMINISTRATOR");
        String code = "澜关" + letters() + "发";
        Actor admin = people.actor(administrator);
        templates.publish(
                admin,
                StandardRoute.of(
                        "t" + UUID.randomUUID().toString().substring(0, 8),
                        "通用发文路线",
                        customs.id(),
                        "",
                        new StandardRoute.Posts(
                                "处长",
                                reviewPost,
                                disclosurePost,
                                officeHeadPost,
                                leaderPost,
                                headPost,
                                registrarPost,
                                registrarPost)));
        numberRules.save(
                admin,
                new NumberRule(
                        0, code, customs.id(), Set.of(), NumberLayout.DOCUMENT, true, 1, "", true, 2020, null, 0));
        return new Office(
                customs,
                department,
                code,
                drafter,
                unitHead,
                countersigner,
                reviewer,
                disclosure,
                officeHead,
                leader,
                head,
                registrar,
                administrator);
    }

    /** an authority code of its own: letters, since a code has no digits */
    private static String letters() {
        var letters = new StringBuilder();
        for (char c :
                UUID.randomUUID().toString().replace("-", "").substring(0, 10).toCharArray()) {
            letters.append((char) ('a' + Character.digit(c, 16)));
        }
        return letters.toString();
    }

    public Actor actor(Person person) {
        return people.actor(person);
    }

    public OutgoingDocumentId draft(Person drafter, DraftContent content) {
        return drafting.create(actor(drafter), UUID.randomUUID(), content);
    }

    public void send(Person drafter, OutgoingDocumentId id, Map<String, List<Long>> choices) {
        sending.send(actor(drafter), id, UUID.randomUUID(), version(drafter, id), choices, "");
    }

    public int version(Person reader, OutgoingDocumentId id) {
        return access.get(actor(reader), id).version();
    }

    public RouteView view(Person person, OutgoingDocumentId id) {
        return routing.view(actor(person), id.matter());
    }

    public void approve(OutgoingDocumentId id, Person... signers) {
        for (Person signer : signers) {
            Actor actor = actor(signer);
            routing.approve(actor, screen(actor, id), "同意。", Map.of());
        }
    }

    /** from an old screen, under a command of its own: false when the route refuses it */
    public boolean tryApprove(Person signer, OnScreen seen) {
        var again = new OnScreen(
                UUID.randomUUID(),
                seen.routeId(),
                seen.taskNo(),
                seen.routeVersion(),
                seen.seatVersion(),
                seen.contentVersion());
        try {
            routing.approve(actor(signer), again, "同意。", Map.of());
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    public void sendBack(OutgoingDocumentId id, Person from, String target, boolean isStraightBack) {
        Actor actor = actor(from);
        routing.returnTo(actor, screen(actor, id), new ReturnRequest(target, 0, false, isStraightBack, "请补充。"));
    }

    public void withdraw(Person person, RouteView view) {
        Integer task = view.withdrawableTask();
        if (task == null) {
            throw new IllegalStateException("nothing to withdraw");
        }
        routing.withdraw(actor(person), UUID.randomUUID(), view.routeId(), task);
    }

    public void transfer(OutgoingDocumentId id, Person from, Person to) {
        Actor actor = actor(from);
        routing.transfer(actor, screen(actor, id), to.id());
    }

    public void voidRoute(OutgoingDocumentId id, Person administrator, Person approver) {
        Actor actor = actor(administrator);
        routing.voidRoute(actor, overview(actor, id), "重复制发", approver.id());
    }

    public void reopen(OutgoingDocumentId id, Person administrator, String step) {
        Actor actor = actor(administrator);
        routing.reopen(actor, overview(actor, id), step, false, "文字有误");
    }

    /** what an administrator has before him: nobody's task */
    private OnScreen overview(Actor administrator, OutgoingDocumentId id) {
        RouteView view = routing.view(administrator, id.matter());
        return new OnScreen(UUID.randomUUID(), view.routeId(), 0, view.version(), 0, view.contentVersion());
    }

    public OnScreen screen(Actor actor, OutgoingDocumentId id) {
        RouteView view = routing.view(actor, id.matter());
        RouteView.MyTask mine = view.mine();
        if (mine == null) {
            throw new IllegalStateException(actor.name() + " has no task on " + id + "; running: "
                    + view.running().stream().map(RouteView.StepView::name).toList());
        }
        return new OnScreen(
                UUID.randomUUID(),
                view.routeId(),
                mine.taskNo(),
                view.version(),
                mine.seatVersion(),
                view.contentVersion());
    }
}
