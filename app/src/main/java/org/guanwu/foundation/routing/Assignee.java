package org.guanwu.foundation.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 谁办. {@link Drafter} and {@link PostInDraftingUnit} are resolved to a person or a post when the route starts;
 * {@link ChosenBySender} stays open until somebody chooses, and the seat is vacant without a choice.
 */
public sealed interface Assignee {

    record Person(long personId) implements Assignee {}

    record Post(long postId) implements Assignee {}

    /** 由上一环节选定 */
    record ChosenBySender() implements Assignee {}

    /** 起草人 */
    record Drafter() implements Assignee {}

    /** 拟稿部门的某岗位, for example 分管处领导: the nearest post of that name from the drafter's unit upwards */
    record PostInDraftingUnit(String postName) implements Assignee {}

    @JsonValue
    default String text() {
        return switch (this) {
            case Person p -> "person:" + p.personId;
            case Post p -> "post:" + p.postId;
            case ChosenBySender _ -> "chosen";
            case Drafter _ -> "drafter";
            case PostInDraftingUnit p -> "unit-post:" + p.postName;
        };
    }

    @JsonCreator
    static Assignee parse(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1);
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "person" -> new Person(Long.parseLong(value));
            case "post" -> new Post(Long.parseLong(value));
            case "chosen" -> new ChosenBySender();
            case "drafter" -> new Drafter();
            case "unit-post" -> new PostInDraftingUnit(value);
            default -> throw new IllegalArgumentException("no assignee: " + text);
        };
    }
}
