package org.guanwu.foundation.search;

import java.util.List;

/**
 * What can be found. A business module puts an entry inside its own transaction; the index follows after commit and is
 * repaired by a sweep. The entry takes its rights from the record: {@link SearchEntry#readers()}.
 */
public interface SearchIntake {

    /** inserts or replaces the entry with this key */
    void put(SearchEntry entry);

    /** as {@link #put} for each, in one go: bulk imports */
    void putAll(List<SearchEntry> entries);

    /** gone from every result at once */
    void remove(String key);
}
