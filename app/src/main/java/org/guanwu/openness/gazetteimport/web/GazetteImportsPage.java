package org.guanwu.openness.gazetteimport.web;

import java.util.List;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.Page;
import org.guanwu.openness.gazetteimport.domain.BatchDossier;

public record GazetteImportsPage(Page<BatchDossier.Line> batches, String commandId, List<FieldProblem> problems) {}
