package org.guanwu.foundation.routing;

import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;

/** 流程模板: per unit, kind of matter and document type; a published revision never changes. */
public interface RouteTemplates {

    /** the one in use: the nearest unit upwards, there first the document type's own, then the unit's general one */
    Optional<RouteTemplate> find(long unitId, String matterType, String documentType);

    RouteTemplate get(String code, int revision);

    /** latest published revision of each template whose unit lies in the actor's reach */
    List<RouteTemplate> list(Actor actor);

    /** everything that is wrong, in Chinese, at its step; publishing needs no blocking problem */
    List<TemplateProblem> check(RouteTemplate draft);

    /**
     * Publishes the next revision; matters under way keep theirs. {@code draft.revision()} is the one it was made from,
     * 0 for a new template.
     *
     * @throws org.guanwu.foundation.shared.InvalidInput with each blocking problem
     * @throws org.guanwu.foundation.shared.StaleVersion when somebody has published in between
     */
    RouteTemplate publish(Actor actor, RouteTemplate draft);
}
