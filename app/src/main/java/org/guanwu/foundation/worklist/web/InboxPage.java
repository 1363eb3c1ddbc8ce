package org.guanwu.foundation.worklist.web;

import java.util.List;
import org.guanwu.foundation.worklist.MatterPreview.Preview;
import org.guanwu.foundation.worklist.domain.InboxTab;
import org.guanwu.foundation.worklist.domain.StatusLight;
import org.jspecify.annotations.Nullable;

/**
 * @param count rows of the whole list, not of the page
 * @param columns heads after 事项
 * @param url the address of this very view, where an act returns to
 */
public record InboxPage(
        InboxTab tab,
        long count,
        List<Link> tabs,
        List<LinkGroup> rail,
        List<Link> chips,
        List<String> columns,
        List<RowGroup> groups,
        @Nullable Pane pane,
        String url,
        @Nullable String nextUrl,
        @Nullable String previousUrl) {

    public InboxPage {
        tabs = List.copyOf(tabs);
        rail = List.copyOf(rail);
        chips = List.copyOf(chips);
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    /** check boxes and a batch act: following, reading, no longer following */
    public boolean hasBatch() {
        return tab != InboxTab.COMPLETED;
    }

    public String batchUrl() {
        return switch (tab) {
            case PENDING, COMPLETED -> InboxAddress.PATH + "/followed";
            case READING -> InboxAddress.PATH + "/readings";
            case FOLLOWED -> InboxAddress.PATH + "/unfollowed";
        };
    }

    public String batchLabel() {
        return switch (tab) {
            case PENDING, COMPLETED -> "加入关注";
            case READING -> "标为已阅";
            case FOLLOWED -> "取消关注";
        };
    }

    public int rows() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /** @param count null where a list has no counter */
    public record Link(String label, String url, @Nullable Long count, boolean isCurrent) {}

    public record LinkGroup(String title, List<Link> links) {

        public LinkGroup {
            links = List.copyOf(links);
        }
    }

    /** @param title 今天到期，2 件; empty for a list without groups */
    public record RowGroup(String title, List<Row> rows) {

        public RowGroup {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row of any tab.
     *
     * @param key value of its check box
     * @param what third column: 要我做, 传阅人, 办理结果, 现在
     * @param previewUrl null where the tab has no preview
     */
    public record Row(
            String key,
            String url,
            String title,
            String meta,
            String what,
            int urgency,
            String when,
            @Nullable StatusLight light,
            boolean isNew,
            boolean isSelected,
            @Nullable String previewUrl) {

        public String urgencyLabel() {
            return switch (urgency) {
                case 2 -> "特急";
                case 1 -> "加急";
                default -> "";
            };
        }
    }

    /**
     * The preview beside the list.
     *
     * @param preview null when the matter's module offers none
     */
    public record Pane(
            Row row,
            String back,
            boolean isFollowed,
            String arrived,
            @Nullable Preview preview) {}
}
