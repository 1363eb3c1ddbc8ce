package org.guanwu.foundation.routing.domain;

/** Why an opinion no longer counts; its text stays for ever. */
enum Superseded {
    REPLACED("已重新办理"),
    DROPPED("退回时清除"),
    WITHDRAWN("已撤回"),
    REDONE("退回重办");

    private final String label;

    Superseded(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
