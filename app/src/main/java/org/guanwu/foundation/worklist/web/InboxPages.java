package org.guanwu.foundation.worklist.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.shared.Page;
import org.guanwu.foundation.worklist.MatterPreview;
import org.guanwu.foundation.worklist.Worklist;
import org.guanwu.foundation.worklist.domain.DueWindow;
import org.guanwu.foundation.worklist.domain.InboxCounters;
import org.guanwu.foundation.worklist.domain.InboxCounters.Bucket;
import org.guanwu.foundation.worklist.domain.InboxFilter;
import org.guanwu.foundation.worklist.domain.InboxQuery;
import org.guanwu.foundation.worklist.domain.InboxTab;
import org.guanwu.foundation.worklist.domain.PendingRow;
import org.guanwu.foundation.worklist.domain.RecordQuery;
import org.guanwu.foundation.worklist.domain.StatusLights;
import org.guanwu.foundation.worklist.web.InboxPage.Link;
import org.guanwu.foundation.worklist.web.InboxPage.LinkGroup;
import org.guanwu.foundation.worklist.web.InboxPage.Pane;
import org.guanwu.foundation.worklist.web.InboxPage.Row;
import org.guanwu.foundation.worklist.web.InboxPage.RowGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a page of the inbox together; each number on it is the length of the list behind its link. */
@Component
class InboxPages {

    static final int SIZE = 50;

    private final InboxQuery inbox;
    private final RecordQuery records;
    private final InboxCounters counters;
    private final StatusLights lights;
    private final InboxRows rows;
    private final People people;
    private final Worklist worklist;
    private final Map<String, MatterPreview> previews;

    InboxPages(
            InboxQuery inbox,
            RecordQuery records,
            InboxCounters counters,
            StatusLights lights,
            InboxRows rows,
            People people,
            Worklist worklist,
            List<MatterPreview> previews) {
        this.inbox = inbox;
        this.records = records;
        this.counters = counters;
        this.lights = lights;
        this.rows = rows;
        this.people = people;
        this.worklist = worklist;
        this.previews = previews.stream().collect(Collectors.toMap(MatterPreview::matterType, Function.identity()));
    }

    InboxPage page(Actor actor, InboxAddress address, @Nullable String cursor) {
        DueWindow.Days days = lights.days();
        List<Bucket> buckets = counters.listBuckets(actor.personId());
        var names = new HashMap<Long, String>();
        return switch (address.tab()) {
            case PENDING -> pending(actor, address, cursor, days, buckets, names);
            case READING ->
                plain(
                        actor,
                        address,
                        buckets,
                        List.of("传阅人", "送达"),
                        records.listReadings(actor, cursor, SIZE),
                        row -> rows.reading(row, days, id -> name(id, names)));
            case COMPLETED ->
                plain(
                        actor,
                        address,
                        buckets,
                        List.of("办理", "办结"),
                        records.listCompleted(actor, cursor, SIZE),
                        row -> rows.completed(row, days));
            case FOLLOWED ->
                plain(
                        actor,
                        address,
                        buckets,
                        List.of("现在", "关注于", "剩余工作日"),
                        records.listFollowed(actor, cursor, SIZE),
                        row -> rows.followed(row, days));
        };
    }

    private InboxPage pending(
            Actor actor,
            InboxAddress address,
            @Nullable String cursor,
            DueWindow.Days days,
            List<Bucket> buckets,
            Map<Long, String> names) {
        Page<PendingRow> page = inbox.list(actor, address.filter(), days, cursor, SIZE);
        var groups = new LinkedHashMap<DueWindow, List<Row>>();
        for (PendingRow row : page.rows()) {
            boolean isFirst = groups.isEmpty();
            groups.computeIfAbsent(lights.window(row.dueOn(), days), w -> new ArrayList<>())
                    .add(rows.pending(row, days, isFirst, inNameOf(row, actor, names)));
        }
        List<RowGroup> titled = groups.entrySet().stream()
                .map(group -> new RowGroup(
                        group.getKey().label() + "，"
                                + count(buckets, address.filter().withDue(group.getKey()), actor, days) + " 件",
                        group.getValue()))
                .toList();
        Pane pane = page.rows().isEmpty()
                ? null
                : pane(
                        actor,
                        page.rows().getFirst(),
                        days,
                        inNameOf(page.rows().getFirst(), actor, names),
                        address.url());
        return new InboxPage(
                InboxTab.PENDING,
                count(buckets, address.filter(), actor, days),
                tabs(actor, InboxTab.PENDING, buckets),
                rail(actor, address, days, buckets, names),
                chips(address, names),
                List.of("要我做", "缓急", "到达", "剩余工作日"),
                titled,
                pane,
                address.url(),
                page.next() == null ? null : address.page(page.next()),
                page.previous() == null ? null : address.page(page.previous()));
    }

    private <T> InboxPage plain(
            Actor actor,
            InboxAddress address,
            List<Bucket> buckets,
            List<String> columns,
            Page<T> page,
            Function<T, Row> row) {
        InboxAddress plain = InboxAddress.of(address.tab());
        List<Row> listed = page.rows().stream().map(row).toList();
        return new InboxPage(
                address.tab(),
                counters.count(actor.personId(), address.tab()),
                tabs(actor, address.tab(), buckets),
                rail(actor, plain, lights.days(), buckets, new HashMap<>()),
                List.of(),
                columns,
                listed.isEmpty() ? List.of() : List.of(new RowGroup("", listed)),
                null,
                plain.url(),
                page.next() == null ? null : plain.page(page.next()),
                page.previous() == null ? null : plain.page(page.previous()));
    }

    /** empty when the task is not, or no longer, one of the actor's */
    Optional<Pane> findPane(Actor actor, String taskKey) {
        DueWindow.Days days = lights.days();
        return inbox.find(actor, taskKey)
                .map(row -> pane(
                        actor,
                        row,
                        days,
                        inNameOf(row, actor, new HashMap<>()),
                        InboxAddress.of(InboxTab.PENDING).url()));
    }

    private Pane pane(Actor actor, PendingRow row, DueWindow.Days days, String inNameOf, String back) {
        return new Pane(
                rows.pending(row, days, true, inNameOf),
                back,
                worklist.isFollowed(actor.personId(), row.matter()),
                InboxRows.when(row.createdAt(), days.today()),
                Optional.ofNullable(previews.get(row.matter().type()))
                        .flatMap(preview -> preview.find(actor, row.matter().id()))
                        .orElse(null));
    }

    private List<Link> tabs(Actor actor, InboxTab current, List<Bucket> buckets) {
        var tabs = new ArrayList<Link>();
        for (InboxTab tab : InboxTab.values()) {
            long count = tab == InboxTab.PENDING
                    ? buckets.stream().mapToLong(Bucket::count).sum()
                    : counters.count(actor.personId(), tab);
            tabs.add(new Link(tab.label(), InboxAddress.of(tab).url(), count, tab == current));
        }
        return tabs;
    }

    /** Each view adds to the present filter or takes itself away again; its number is that of the list it leads to. */
    private List<LinkGroup> rail(
            Actor actor, InboxAddress address, DueWindow.Days days, List<Bucket> buckets, Map<Long, String> names) {
        InboxFilter now = address.filter();
        boolean isPending = address.tab() == InboxTab.PENDING;
        var mine = new ArrayList<Link>();
        mine.add(link("全部待办", InboxFilter.ALL, isPending && now.isAll(), buckets, actor, days));
        buckets.stream()
                .map(Bucket::principalId)
                .filter(id -> id != actor.personId())
                .distinct()
                .sorted()
                .forEach(id -> {
                    boolean isOn = Long.valueOf(id).equals(now.principalId());
                    mine.add(link(
                            "代" + name(id, names) + "办理",
                            now.withPrincipal(isOn ? null : id),
                            isOn,
                            buckets,
                            actor,
                            days));
                });
        var due = new ArrayList<Link>();
        for (DueWindow window : DueWindow.values()) {
            boolean isOn = window == now.due();
            due.add(link(window.label(), now.withDue(isOn ? null : window), isOn, buckets, actor, days));
        }
        var kinds = new TreeMap<String, Long>();
        buckets.forEach(bucket -> kinds.merge(bucket.kindLabel(), bucket.count(), Long::sum));
        var what = new ArrayList<Link>();
        what.add(link("特急、加急", now.withUrgentOnly(!now.isUrgentOnly()), now.isUrgentOnly(), buckets, actor, days));
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(12)
                .forEach(kind -> {
                    boolean isOn = kind.getKey().equals(now.kind());
                    what.add(
                            link(kind.getKey(), now.withKind(isOn ? null : kind.getKey()), isOn, buckets, actor, days));
                });
        return List.of(new LinkGroup("我的", mine), new LinkGroup("期限", due), new LinkGroup("缓急和事项", what));
    }

    private static Link link(
            String label, InboxFilter filter, boolean isOn, List<Bucket> buckets, Actor actor, DueWindow.Days days) {
        return new Link(
                label, new InboxAddress(InboxTab.PENDING, filter).url(), count(buckets, filter, actor, days), isOn);
    }

    private List<Link> chips(InboxAddress address, Map<Long, String> names) {
        InboxFilter now = address.filter();
        var chips = new ArrayList<Link>();
        if (now.due() != null) {
            chips.add(chip(now.due().label(), now.withDue(null)));
        }
        if (now.isUrgentOnly()) {
            chips.add(chip("特急、加急", now.withUrgentOnly(false)));
        }
        if (now.kind() != null) {
            chips.add(chip(now.kind(), now.withKind(null)));
        }
        if (now.principalId() != null) {
            chips.add(chip("代" + name(now.principalId(), names) + "办理", now.withPrincipal(null)));
        }
        return chips;
    }

    private static Link chip(String label, InboxFilter without) {
        return new Link(label, new InboxAddress(InboxTab.PENDING, without).url(), null, true);
    }

    private static long count(List<Bucket> buckets, InboxFilter filter, Actor actor, DueWindow.Days days) {
        return InboxCounters.count(buckets, filter, actor.personId(), days);
    }

    private String inNameOf(PendingRow row, Actor actor, Map<Long, String> names) {
        return row.principalId() == actor.personId() ? "" : name(row.principalId(), names);
    }

    private String name(long personId, Map<Long, String> names) {
        return names.computeIfAbsent(
                personId, id -> people.findActor(id).map(Actor::name).orElse("其他人员"));
    }
}
