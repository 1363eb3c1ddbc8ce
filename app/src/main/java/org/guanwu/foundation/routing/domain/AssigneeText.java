package org.guanwu.foundation.routing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Post;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.routing.Assignee;
import org.jspecify.annotations.Nullable;

/** 谁办 in the words of the template editor, both ways: 办公室 核稿岗；拟稿部门 分管处领导；由上一环节选定. */
final class AssigneeText {

    static final String DRAFTER = "起草人";
    static final String CHOSEN = "由上一环节选定";
    static final String DRAFTING_UNIT = "拟稿部门";
    private static final int MOST = 20;

    private final Organization organization;
    private final LocalDate today;

    AssigneeText(Organization organization, LocalDate today) {
        this.organization = organization;
        this.today = today;
    }

    String write(List<Assignee> assignees) {
        return assignees.stream().map(this::write).collect(Collectors.joining("；"));
    }

    private String write(Assignee assignee) {
        return switch (assignee) {
            case Assignee.Drafter _ -> DRAFTER;
            case Assignee.ChosenBySender _ -> CHOSEN;
            case Assignee.PostInDraftingUnit p -> DRAFTING_UNIT + " " + p.postName();
            case Assignee.Post p -> writePost(p.postId());
            case Assignee.Person p ->
                organization
                        .findPerson(p.personId())
                        .map(person -> person.unitName() + " " + person.name())
                        .orElse("查无此人");
        };
    }

    String writePost(long postId) {
        return organization
                .findPost(postId)
                .map(post -> organization.getUnit(post.unitId()).name() + " " + post.name())
                .orElse("查无此岗位");
    }

    static List<String> split(String text) {
        return List.of(text.split("[；;、，,\\n]+")).stream()
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** empty when the words name nobody and nothing */
    Optional<Assignee> read(String words, long unitId) {
        if (words.equals(DRAFTER) || words.equals(DRAFTING_UNIT + " " + DRAFTER)) {
            return Optional.of(new Assignee.Drafter());
        }
        if (words.equals(CHOSEN)) {
            return Optional.of(new Assignee.ChosenBySender());
        }
        if (words.startsWith(DRAFTING_UNIT)) {
            return Optional.of(new Assignee.PostInDraftingUnit(
                    words.substring(DRAFTING_UNIT.length()).strip()));
        }
        int gap = words.lastIndexOf(' ');
        return gap < 0 ? Optional.empty() : readIn(words.substring(0, gap).strip(), words.substring(gap + 1), unitId);
    }

    /** the nearest unit of that name, from the template's unit upwards; a post before a person */
    private Optional<Assignee> readIn(String unitName, String name, long unitId) {
        for (@Nullable Long around = unitId; around != null; around = parentOf(around)) {
            for (Unit unit : organization.listSubtree(around, today)) {
                if (!unit.name().equals(unitName)) {
                    continue;
                }
                Optional<Assignee> found = organization.listPosts(unit.id()).stream()
                        .filter(post -> post.name().equals(name))
                        .findFirst()
                        .<Assignee>map(post -> new Assignee.Post(post.id()))
                        .or(() -> findPerson(unit, name));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Long parentOf(long unit) {
        return organization.findUnit(unit).map(Unit::parentId).orElse(null);
    }

    private Optional<Assignee> findPerson(Unit unit, String name) {
        List<StaffMember> people = organization.searchPeople(name, unit.id(), today, MOST).stream()
                .filter(p -> p.name().equals(name) && p.unitId() == unit.id())
                .toList();
        return people.size() == 1
                ? Optional.of(new Assignee.Person(people.getFirst().id()))
                : Optional.empty();
    }

    /** what the editor offers while typing: the posts of the unit and of the units below it */
    List<String> suggestions(long unitId) {
        return Stream.concat(
                        Stream.of(DRAFTER, CHOSEN),
                        organization.listSubtree(unitId, today).stream()
                                .limit(200)
                                .flatMap(unit -> organization.listPosts(unit.id()).stream()
                                        .map(Post::name)
                                        .map(post -> unit.name() + " " + post)))
                .toList();
    }
}
