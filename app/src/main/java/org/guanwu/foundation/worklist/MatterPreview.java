package org.guanwu.foundation.worklist;

import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;

/**
 * What the inbox shows beside the list about a matter of one type; a bean of the business module, with its own check of
 * who may see what. A matter without one is shown by its list columns alone.
 */
public interface MatterPreview {

    String matterType();

    /** empty when the actor may not see the matter */
    Optional<Preview> find(Actor actor, long matterId);

    /**
     * @param summary the drafter's summary; empty when none
     * @param facts label and value, in the order of reading: 现在、已办、下一步、公开属性
     * @param lastOpinion text and whose it is; both empty when none
     * @param opening first paragraphs of the text
     */
    record Preview(String summary, List<Fact> facts, String lastOpinion, String lastOpinionBy, List<String> opening) {

        public Preview {
            facts = List.copyOf(facts);
            opening = List.copyOf(opening);
        }
    }

    record Fact(String label, String value) {}
}
