package org.guanwu.foundation.routing.domain;

import java.util.Locale;
import org.guanwu.foundation.shared.Refusal;

/** Why an act is refused, in the words of the page. A refusal leaves the state untouched. */
enum RefusalReason {
    STALE("此件刚有新的办理情况，请刷新后再决定。"),
    TASK_ENDED("此待办已由他人办结或已收回，无须再办。"),
    ALREADY_DONE("您已办理过此件。"),
    NOT_YOURS("此待办不属于您。"),
    NOT_ENTITLED("您已不是本环节的办理人（委托已结束或需回避），此件已转他人。"),
    NOT_PERMITTED("此操作只能由流转管理员或有关办理人进行。"),
    TEXT_CHANGED("正文已更新，请重新阅读后办理。"),
    SIGN_AGAIN_FIRST("签发后正文有实质性修改，须先退回签发人复审。"),
    NOT_OPEN("此件已挂起、办结或作废，不能办理。"),
    BAD_TARGET("只能退回到本件已经办过的环节。"),
    DROP_AND_BACK("清除后续意见时须逐级重新办理，不能直接返回。"),
    REASON_MISSING("请写明原因。"),
    OPENED("对方已打开，不能撤回；请联系对方退回。"),
    NOTHING_TO_WITHDRAW("没有可撤回的办理。"),
    SEPARATION("该人员已在须回避的环节办理过此件，不能再办本环节。"),
    IN_STEP("该人员已在本环节办理或等待办理。"),
    NOBODY("该人员不在岗且无受托人，请另选。"),
    LAST_SIGNER("本环节至少保留一名办理人。"),
    NOT_REMOVABLE("只能减去尚未办理的加签人。"),
    NO_EDIT("本环节不能修改正文。"),
    NOT_SUSPENDED("此件未挂起。"),
    NOT_CLOSED("此件尚未办结。"),
    NOT_VACANT("该席位已有人办理，无须指派。"),
    REMINDED_TODAY("今日已催办。"),
    NOT_LATER("期限只能依规定延长。"),
    BAD_CHOICE("只能为后面尚未开始的、由上一环节选定的环节选人。"),
    UNREAD("尚有传阅未阅，办结请在意见中说明原因。"),
    APPROVAL_MISSING("签发以后作废须经批准，请写明批准人。"),
    NO_SUCH("没有这一项。");

    private final String sentence;

    RefusalReason(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    Refusal toRefusal() {
        return new Refusal("routing." + name().toLowerCase(Locale.ROOT).replace('_', '-'), sentence);
    }
}
