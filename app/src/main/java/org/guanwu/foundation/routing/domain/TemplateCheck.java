package org.guanwu.foundation.routing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.SilenceRule;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.TemplateProblem;
import org.jspecify.annotations.Nullable;

/** 启用前检查: everything that is wrong with one template, in words, at its step. */
final class TemplateCheck {

    private static final int LONGEST_LIMIT = 250;
    private static final int DEEPEST = 2;
    /** what is issued in the name of an authority passes 签发, and is numbered behind it */
    private static final String DOCUMENT = "outgoing-document";

    private final Organization organization;
    private final LocalDate today;
    private final RouteTemplate template;
    private final List<TemplateProblem> problems = new ArrayList<>();
    private final List<StepSpec> all = new ArrayList<>();
    private final Map<String, Map<Long, String>> separated = new HashMap<>();

    private TemplateCheck(RouteTemplate template, Organization organization, LocalDate today) {
        this.template = template;
        this.organization = organization;
        this.today = today;
    }

    static List<TemplateProblem> of(RouteTemplate template, Organization organization, LocalDate today) {
        var check = new TemplateCheck(template, organization, today);
        check.run();
        return List.copyOf(check.problems);
    }

    private void blocks(String step, String message) {
        problems.add(new TemplateProblem(step, message, true));
    }

    private void warns(String step, String message) {
        problems.add(new TemplateProblem(step, message, false));
    }

    private void run() {
        if (template.code().isBlank() || template.name().isBlank()) {
            blocks("", "请写明流程的代码和名称。");
        }
        if (template.steps().isEmpty()) {
            blocks("", "至少要有一个环节。");
            return;
        }
        checkLane(template.steps(), 0);
        checkKeys();
        checkNumbering();
        if (template.steps().getFirst().assignees().contains(new Assignee.ChosenBySender())) {
            blocks(template.steps().getFirst().key(), "第一个环节之前没有环节，不能“由上一环节选定”。");
        }
        if (template.matterType().equals(DOCUMENT)) {
            checkDocument();
        }
    }

    private void checkKeys() {
        var keys = new HashSet<String>();
        for (StepSpec step : all) {
            if (!keys.add(step.key())) {
                blocks(step.key(), "环节代码“" + step.key() + "”重复。");
            }
        }
    }

    private void checkLane(List<StepSpec> steps, int depth) {
        for (StepSpec step : steps) {
            all.add(step);
            if (step.name().isBlank()) {
                blocks(step.key(), "请写明环节名称。");
            }
            if (step.isJoint()) {
                checkJoint(step, depth);
            } else {
                checkStep(step, depth);
            }
        }
    }

    private void checkJoint(StepSpec step, int depth) {
        if (step.lanes().size() < 2) {
            blocks(step.key(), "联合发文至少要有两个机关。");
        }
        if (depth == DEEPEST) {
            blocks(step.key(), "联合发文最多嵌套两层。");
            return;
        }
        for (LaneSpec lane : step.lanes()) {
            if (lane.steps().isEmpty()) {
                blocks(step.key(), "“" + lane.name() + "”没有环节。");
            }
            checkLane(lane.steps(), depth + 1);
        }
    }

    private void checkStep(StepSpec step, int depth) {
        if (step.assignees().isEmpty()) {
            blocks(step.key(), "请写明谁办。");
        }
        if (step.limitInWorkingDays() < 0 || step.limitInWorkingDays() > LONGEST_LIMIT) {
            blocks(step.key(), "时限应在 0 至 " + LONGEST_LIMIT + " 个工作日之间，0 为不限。");
        }
        if (depth > 0 && step.mayEdit()) {
            blocks(step.key(), "正文只能在各机关分路之外修改。");
        }
        if (depth > 0 && step.assignsNumber()) {
            blocks(step.key(), "联合发文由主办机关编一个号，不能在分路里取号。");
        }
        checkSilence(step);
        checkPeople(step);
        checkFallback(step);
    }

    private void checkSilence(StepSpec step) {
        if (step.silenceRule() != SilenceRule.DEEMED_AGREED) {
            return;
        }
        if (step.kind() != StepKind.COUNTERSIGNATURE) {
            blocks(step.key(), "“逾期未复视为无不同意见”只能用于会签，审核和签发不能推定。");
        }
        if (!step.separationGroups().isEmpty()) {
            blocks(step.key(), "在回避组内的环节须有人明确表态，不能推定。");
        }
        if (step.limitInWorkingDays() == 0) {
            blocks(step.key(), "推定同意须先有时限。");
        }
    }

    private void checkPeople(StepSpec step) {
        var named = new HashSet<Assignee>();
        for (Assignee assignee : step.assignees()) {
            if (!named.add(assignee)) {
                warns(step.key(), "同一人或岗位写了两次，只算一个席位。");
            }
            switch (assignee) {
                case Assignee.Person person -> checkPerson(step, person.personId());
                case Assignee.Post post -> checkPost(step, post.postId());
                case Assignee.PostInDraftingUnit post -> {
                    if (post.postName().isBlank()) {
                        blocks(step.key(), "请写明拟稿部门的哪个岗位。");
                    }
                }
                case Assignee.ChosenBySender _, Assignee.Drafter _ -> {
                    // known only when a matter starts
                }
            }
        }
    }

    private void checkPerson(StepSpec step, long person) {
        var member = organization.findPerson(person);
        if (member.isEmpty()) {
            blocks(step.key(), "查无此人（" + person + "）。");
            return;
        }
        if (step.assignees().size() > 1) {
            return;
        }
        for (String group : step.separationGroups()) {
            @Nullable
            String other =
                    separated.computeIfAbsent(group, g -> new HashMap<>()).putIfAbsent(person, step.name());
            if (other != null) {
                blocks(step.key(), member.get().name() + "已是“" + other + "”的唯一办理人，两个环节同在回避组“" + group + "”，届时无人可办。");
            }
        }
    }

    private void checkPost(StepSpec step, long post) {
        var found = organization.findPost(post);
        if (found.isEmpty()) {
            blocks(step.key(), "查无此岗位（" + post + "）。");
        } else if (organization.listHolders(post, today).isEmpty()) {
            warns(step.key(), "“" + found.get().name() + "”目前无人，会落到兜底岗位。");
        }
    }

    private void checkFallback(StepSpec step) {
        @Nullable Long fallback = step.fallbackPostId();
        if (fallback == null) {
            return;
        }
        if (organization.findPost(fallback).isEmpty()) {
            blocks(step.key(), "查无此兜底岗位（" + fallback + "）。");
        } else if (organization.listHolders(fallback, today).isEmpty()) {
            warns(step.key(), "兜底岗位目前无人，空缺席位会落到流转管理员。");
        }
    }

    private void checkNumbering() {
        var numbering = all.stream().filter(StepSpec::assignsNumber).toList();
        numbering.stream().skip(1).forEach(step -> blocks(step.key(), "一件只编一个号，只能有一个取号环节。"));
    }

    /** 公文处理工作条例第二十五条：复核在签发之后，编号在复核之后。 */
    private void checkDocument() {
        if (template.steps().getFirst().kind() != StepKind.DRAFTING) {
            blocks(template.steps().getFirst().key(), "发文流程的第一个环节应为起草。");
        }
        int issuance = position(StepKind.ISSUANCE);
        if (issuance < 0 && all.stream().noneMatch(s -> s.kind() == StepKind.ISSUANCE)) {
            blocks("", "公文须经签发（公文处理工作条例第二十二条），请加上签发环节。");
            return;
        }
        for (int i = 0; i < template.steps().size(); i++) {
            StepSpec step = template.steps().get(i);
            if (i < issuance && step.assignsNumber()) {
                blocks(step.key(), "编号在签发以后（公文处理工作条例第二十五条），取号环节应移到签发之后。");
            }
            if (i < issuance && step.kind() == StepKind.FINAL_CHECK) {
                blocks(step.key(), "复核在签发以后、印制以前（公文处理工作条例第二十五条）。");
            }
            if (i > issuance && issuance >= 0 && step.kind() == StepKind.DRAFT_REVIEW) {
                blocks(step.key(), "审核在签发以前（公文处理工作条例第二十条）。");
            }
        }
        if (all.stream().noneMatch(StepSpec::assignsNumber)) {
            warns("", "没有取号环节，按此流程的公文不会编号。");
        }
    }

    private int position(StepKind kind) {
        for (int i = 0; i < template.steps().size(); i++) {
            if (template.steps().get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }
}
