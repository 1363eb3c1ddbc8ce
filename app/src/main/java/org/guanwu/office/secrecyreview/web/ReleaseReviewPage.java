package org.guanwu.office.secrecyreview.web;

import java.util.List;
import java.util.Set;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.office.secrecyreview.domain.ReviewDossier;

/**
 * @param checked items ticked so far, when the form comes back
 * @param typed opinion or reason typed so far
 */
public record ReleaseReviewPage(
        ReviewDossier.View review, Set<Long> checked, String typed, List<FieldProblem> problems) {}
