package org.guanwu.office.officialdocument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario.Office;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.DocumentStatus;
import org.guanwu.office.officialdocument.domain.Drafts;
import org.guanwu.office.officialdocument.domain.EditingRight;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.junit.jupiter.api.Test;

/**
 * Who may do what to a document in which state, written out in full: a new state or role breaks this file until somebody
 * decides. 看 see, 改 change the text, 送 send, 办 approve, 退 return, 撤 withdraw.
 */
@GuanwuTest
class PermittedActionsTests {

    private final OutgoingDocumentScenario scenario;
    private final TestPeople people;
    private final DocumentAccess access;
    private final EditingRight editing;
    private final Routing routing;

    PermittedActionsTests(
            OutgoingDocumentScenario scenario,
            TestPeople people,
            DocumentAccess access,
            EditingRight editing,
            Routing routing) {
        this.scenario = scenario;
        this.people = people;
        this.access = access;
        this.editing = editing;
        this.routing = routing;
    }

    @Test
    void isTheTable() {
        Office office = scenario.office();
        var roles = new LinkedHashMap<String, Person>();
        roles.put("起草人", office.drafter());
        roles.put("同部门拟稿人", people.person("同事", office.department().id(), "DRAFTER"));
        roles.put("处领导", office.unitHead());
        roles.put("核稿人", office.reviewer());
        roles.put("分管领导", office.leader());
        roles.put("文书", office.registrar());
        roles.put("政务公开", office.disclosure());
        roles.put("本关查阅人", people.person("查阅", office.customs().id(), "LEADER"));
        roles.put("外关核稿人", scenario.office().reviewer());

        OutgoingDocumentId id =
                scenario.draft(office.drafter(), Drafts.notice().withBody("澜州海关关于" + UUID.randomUUID() + "的通知", "正文。"));
        assertThat(table(roles, id))
                .containsExactly("起草人 看改送", "同部门拟稿人", "处领导 看", "核稿人", "分管领导 看", "文书", "政务公开", "本关查阅人 看", "外关核稿人");

        scenario.send(office.drafter(), id, Map.of());
        assertThat(table(roles, id))
                .containsExactly("起草人 看撤", "同部门拟稿人", "处领导 看办退", "核稿人", "分管领导 看", "文书", "政务公开", "本关查阅人 看", "外关核稿人");

        scenario.sendBack(id, office.unitHead(), "draft", false);
        assertThat(table(roles, id))
                .containsExactly("起草人 看改办", "同部门拟稿人", "处领导 看", "核稿人", "分管领导 看", "文书", "政务公开", "本关查阅人 看", "外关核稿人");

        scenario.approve(id, office.drafter(), office.unitHead());
        assertThat(table(roles, id))
                .containsExactly("起草人 看", "同部门拟稿人", "处领导 看撤", "核稿人 看改办退", "分管领导 看", "文书", "政务公开", "本关查阅人 看", "外关核稿人");

        scenario.approve(id, office.reviewer(), office.officeHead(), office.leader());
        assertThat(table(roles, id))
                .containsExactly("起草人 看", "同部门拟稿人", "处领导 看", "核稿人 看", "分管领导 看撤", "文书 看改办退", "政务公开", "本关查阅人 看", "外关核稿人");

        scenario.approve(id, office.registrar(), office.registrar());
        assertThat(table(roles, id))
                .containsExactly("起草人 看", "同部门拟稿人", "处领导 看", "核稿人 看", "分管领导 看", "文书 看", "政务公开", "本关查阅人 看", "外关核稿人");
    }

    private List<String> table(Map<String, Person> roles, OutgoingDocumentId id) {
        var rows = new ArrayList<String>();
        roles.forEach((role, person) -> rows.add((role + " " + actions(people.actor(person), id)).strip()));
        return rows;
    }

    private String actions(Actor actor, OutgoingDocumentId id) {
        OutgoingDocument document;
        try {
            document = access.get(actor, id);
        } catch (NotFound unknown) {
            return "";
        }
        var actions = new StringBuilder("看");
        if (editing.answer(actor, document).isAllowed()) {
            actions.append("改");
            if (document.status() == DocumentStatus.DRAFT) {
                actions.append("送");
            }
        }
        routing.find(actor, id.matter()).ifPresent(view -> {
            RouteView.MyTask mine = view.mine();
            if (mine != null) {
                actions.append("办");
                actions.append(mine.returnTargets().isEmpty() ? "" : "退");
            }
            actions.append(view.withdrawableTask() == null ? "" : "撤");
        });
        return actions.toString();
    }
}
