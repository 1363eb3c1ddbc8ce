package org.guanwu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.guanwu.demo.DemoOrganization.Directory;
import org.guanwu.demo.SampleDocuments.Sample;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.routing.OnScreen;
import org.guanwu.foundation.routing.ReturnRequest;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentTopic;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.OutgoingDocumentIntake;
import org.guanwu.office.officialdocument.Urgency;
import org.springframework.transaction.support.TransactionTemplate;

/** The acts of the sample people, each in a transaction of its own as it would be from a page. */
final class DemoDesk {

    private static final Map<String, String> DRAFTERS = Map.ofEntries(
            Map.entry("YZ-KAJG", "wang.ym"),
            Map.entry("YZ-FGC", "gao.zy"),
            Map.entry("YZ-WSJY", "feng.kl"),
            Map.entry("YZ-QYGL", "peng.ya"),
            Map.entry("YZ-GSC", "yuan.ht"),
            Map.entry("YZ-TJFX", "xie.mr"),
            Map.entry("YZ-RSC", "tian.xy"),
            Map.entry("YZ-KJC", "su.yn"),
            Map.entry("YZ-ZWGK", "luo.qy"),
            Map.entry("YZ-BGS", "jiang.xt"),
            Map.entry("YZ-JW-ZH", "he.yf"),
            Map.entry("YZ-LG-ZH", "ren.sq"),
            Map.entry("YZ-BP-ZH", "bai.xl"));

    private static final List<String> COUNTERSIGNERS = List.of("lin.sy", "zhao.dx", "sun.hb");

    private final Directory directory;
    private final People people;
    private final Routing routing;
    private final OutgoingDocumentIntake documents;
    private final TransactionTemplate transaction;

    DemoDesk(
            Directory directory,
            People people,
            Routing routing,
            OutgoingDocumentIntake documents,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.people = people;
        this.routing = routing;
        this.documents = documents;
        this.transaction = transaction;
    }

    Actor account(String name) {
        return person(directory.person(name));
    }

    Actor person(long personId) {
        return people.findActor(personId).orElseThrow();
    }

    Actor drafterOf(Sample sample) {
        String account = DRAFTERS.get(sample.field("unit"));
        if (account == null) {
            throw new IllegalStateException("nobody drafts in " + sample.field("unit"));
        }
        return account(account);
    }

    Matter draft(Sample sample) {
        Actor drafter = drafterOf(sample);
        OutgoingDocumentId id = transaction.execute(_ -> documents.draft(drafter, UUID.randomUUID(), content(sample)));
        return id.matter();
    }

    void send(Sample sample, Matter matter) {
        Actor drafter = drafterOf(sample);
        var choices = new HashMap<String, List<Long>>();
        if (concernsOthers(sample)) {
            var signers = new ArrayList<Long>();
            for (String account : COUNTERSIGNERS) {
                if (directory.person(account) != drafter.personId()) {
                    signers.add(directory.person(account));
                }
            }
            choices.put("countersign", signers);
        }
        transaction.executeWithoutResult(
                _ -> documents.send(drafter, new OutgoingDocumentId(matter.id()), UUID.randomUUID(), choices, "请审核。"));
    }

    RouteView route(Actor actor, Matter matter) {
        return routing.view(actor, matter);
    }

    void open(long personId, Matter matter) {
        Actor actor = person(personId);
        transaction.executeWithoutResult(_ -> routing.open(actor, matter));
    }

    void approve(Actor actor, OnScreen screen, String opinion) {
        transaction.executeWithoutResult(_ -> routing.approve(actor, screen, opinion, Map.of()));
    }

    void returnTo(Actor actor, OnScreen screen, ReturnRequest request) {
        transaction.executeWithoutResult(_ -> routing.returnTo(actor, screen, request));
    }

    void suspend(Matter matter, String reason) {
        administer(matter, (actor, screen) -> routing.suspend(actor, screen, reason));
    }

    void voidDocument(Sample sample, Matter matter, String reason) {
        administer(matter, (actor, screen) -> routing.voidRoute(actor, screen, reason, directory.person("wu.yl")));
    }

    private void administer(Matter matter, BiConsumer<Actor, OnScreen> act) {
        Actor administrator = account("fang.zk");
        RouteView view = routing.view(administrator, matter);
        var screen = new OnScreen(UUID.randomUUID(), view.routeId(), 0, view.version(), 0, view.contentVersion());
        transaction.executeWithoutResult(_ -> act.accept(administrator, screen));
    }

    private static boolean concernsOthers(Sample sample) {
        return sample.field("story").startsWith("countersign")
                || sample.field("policy").equals("yes")
                        && !sample.field("story").equals("disclosure-office");
    }

    private static OutgoingDocumentIntake.Draft content(Sample sample) {
        DisclosureAttribute attribute = DisclosureAttribute.valueOf(sample.field("attribute"));
        String form = sample.field("form");
        return new OutgoingDocumentIntake.Draft(
                DocumentType.valueOf(sample.field("type")),
                form.isEmpty() ? DocumentForm.PLAIN : DocumentForm.valueOf(form.toUpperCase(Locale.ROOT)),
                sample.field("urgency").isEmpty() ? Urgency.ORDINARY : Urgency.valueOf(sample.field("urgency")),
                false,
                sample.field("title"),
                sample.field("recipients"),
                "",
                sample.body(),
                attribute == DisclosureAttribute.PROACTIVE ? "此件公开发布" : "",
                "",
                attribute,
                sample.field("grounds").isEmpty()
                        ? List.of()
                        : List.of(DisclosureGround.valueOf(sample.field("grounds"))),
                explanation(sample),
                DocumentTopic.valueOf(sample.field("topic")),
                sample.field("policy").equals("yes"),
                concernsOthers(sample));
    }

    private static String explanation(Sample sample) {
        return switch (sample.field("grounds")) {
            case "NOT_FOR_THE_WHOLE_PUBLIC" -> "内容只涉及来函单位的项目建设，不需要社会公众广泛知晓。";
            case "SPECIFIC_PERSONS" -> "只与北浦海关和参加试点的企业有关。";
            default -> "";
        };
    }
}
