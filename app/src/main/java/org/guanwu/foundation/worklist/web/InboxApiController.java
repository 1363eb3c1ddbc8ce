package org.guanwu.foundation.worklist.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.Page;
import org.guanwu.foundation.worklist.domain.DueWindow;
import org.guanwu.foundation.worklist.domain.InboxCounters;
import org.guanwu.foundation.worklist.domain.InboxQuery;
import org.guanwu.foundation.worklist.domain.InboxTab;
import org.guanwu.foundation.worklist.domain.RecordQuery;
import org.guanwu.foundation.worklist.domain.StatusLights;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The same rows for other systems, in the name of the token's person. */
@RestController
class InboxApiController {

    private static final int LARGEST_PAGE = 200;

    private final InboxQuery inbox;
    private final RecordQuery records;
    private final InboxCounters counters;
    private final StatusLights lights;

    InboxApiController(InboxQuery inbox, RecordQuery records, InboxCounters counters, StatusLights lights) {
        this.inbox = inbox;
        this.records = records;
        this.counters = counters;
        this.lights = lights;
    }

    @SignedIn
    @GetMapping("/api/v1/office/inbox")
    @Nullable
    ResponseEntity<Listing> inbox(
            Actor actor,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String urgent,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String principal,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") String limit,
            WebRequest request) {
        var address = InboxAddress.parse(tab, due, urgent, kind, principal);
        Listing listing = listing(actor, address, cursor, size(limit));
        String etag = etag(listing);
        if (request.checkNotModified(etag)) {
            return null;
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(listing);
    }

    private Listing listing(Actor actor, InboxAddress address, @Nullable String cursor, int size) {
        DueWindow.Days days = lights.days();
        Page<Item> page =
                switch (address.tab()) {
                    case PENDING ->
                        inbox.list(actor, address.filter(), days, cursor, size)
                                .map(row -> new Item(
                                        row.taskKey(),
                                        row.matter(),
                                        row.title(),
                                        row.matterLabel(),
                                        row.kindLabel(),
                                        row.url(),
                                        row.urgency(),
                                        row.dueOn(),
                                        lights.remaining(row.dueOn(), days.today()),
                                        row.senderName(),
                                        row.principalId(),
                                        row.createdAt(),
                                        row.isSeen(),
                                        null));
                    case READING ->
                        records.listReadings(actor, cursor, size)
                                .map(row -> Item.plain(
                                        "reading:" + row.id(),
                                        row.matter(),
                                        row.title(),
                                        "",
                                        "待阅",
                                        row.url(),
                                        row.circulatedAt(),
                                        null));
                    case COMPLETED ->
                        records.listCompleted(actor, cursor, size)
                                .map(row -> Item.plain(
                                        row.taskKey(),
                                        row.matter(),
                                        row.title(),
                                        row.matterLabel(),
                                        row.kindLabel(),
                                        row.url(),
                                        row.endedAt(),
                                        row.outcome()));
                    case FOLLOWED ->
                        records.listFollowed(actor, cursor, size)
                                .map(row -> Item.plain(
                                        row.matter().toString(),
                                        row.matter(),
                                        row.title(),
                                        row.matterLabel(),
                                        row.nowAt(),
                                        row.url(),
                                        row.followedAt(),
                                        null));
                };
        long count = address.tab() == InboxTab.PENDING
                ? InboxCounters.count(counters.listBuckets(actor.personId()), address.filter(), actor.personId(), days)
                : counters.count(actor.personId(), address.tab());
        return new Listing(address.tab().code(), count, page.rows(), page.next(), page.previous());
    }

    private static int size(String limit) {
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= LARGEST_PAGE) {
                return size;
            }
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput("limit", "每页件数应为 1 至 200 的整数。");
        }
        throw new InvalidInput("limit", "每页件数应为 1 至 200 的整数。");
    }

    private static String etag(Listing listing) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(listing.toString().getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @param count rows of the whole list with this filter */
    record Listing(
            String tab,
            long count,
            List<Item> rows,
            @Nullable String next,
            @Nullable String previous) {}

    /**
     * @param at arrival, circulation, end or following, as the list is sorted by
     * @param remainingWorkingDays negative when overdue
     */
    record Item(
            String key,
            Matter matter,
            String title,
            String matterLabel,
            String what,
            String url,
            int urgency,
            @Nullable LocalDate dueOn,
            @Nullable Integer remainingWorkingDays,
            String sender,
            @Nullable Long principalId,
            Instant at,
            boolean seen,
            @Nullable String outcome) {

        static Item plain(
                String key,
                Matter matter,
                String title,
                String label,
                String what,
                String url,
                Instant at,
                @Nullable String outcome) {
            return new Item(key, matter, title, label, what, url, 0, null, null, "", null, at, true, outcome);
        }
    }
}
