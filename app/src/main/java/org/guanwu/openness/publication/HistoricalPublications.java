package org.guanwu.openness.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.jspecify.annotations.Nullable;

/**
 * 历史文告 in bulk: what was published long ago, brought into the catalogue with its old dates. The batch has passed the
 * gate as one; the review is named on every item.
 */
public interface HistoricalPublications {

    /**
     * All in the running transaction, with catalogue numbers, counters and search entries. An item whose
     * {@code naturalKey} is here already is left alone.
     *
     * @return in the order given: id and number of the new item, or of the one that was here before
     */
    List<Published> publish(Actor actor, long reviewId, List<Historical> items);

    /** those of the keys that are here already */
    Set<String> findKnown(Set<String> naturalKeys);

    /**
     * Takes items of a batch away again that nobody can have relied on yet (the day of the import): the number stays
     * used, the text is gone, the page says why.
     */
    void withdraw(Actor actor, List<Long> ids, String reason);

    /**
     * @param naturalKey what makes two items the same: unit and document number, or the digest of the text
     * @param publishedOn when it was published at the time, for the order of the lists
     * @param topicLabel in words as in the source, mapped by {@link #topicOf}
     * @param isRepealed as the source says
     * @param sourceNote where it came from, shown to the public
     */
    record Historical(
            String naturalKey,
            long unitId,
            String title,
            @Nullable String documentNumber,
            String issuingAuthority,
            String topic,
            String type,
            LocalDate documentDate,
            LocalDate publishedOn,
            @Nullable LocalDate effectiveOn,
            boolean isRepealed,
            boolean isPartlyRepealed,
            StructuredText text,
            List<StoredFile> attachments,
            @Nullable String sourceNote) {

        public Historical {
            attachments = List.copyOf(attachments);
        }
    }

    /** @param isNew false when the key was here before */
    record Published(long id, String catalogueNumber, boolean isNew) {}

    /** topic code for words as they stand in old lists (进出口货物监管类); {@code other} when unknown */
    String topicOf(String words);

    /** type code for words as they stand in old lists (海关规范性文件, 公告); {@code OTHER} when unknown */
    String typeOf(String words);
}
