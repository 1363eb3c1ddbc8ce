package org.guanwu.openness.gazetteimport.web;

import java.util.List;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.openness.gazetteimport.domain.BatchDossier;

public record GazetteImportPage(BatchDossier.View batch, List<FieldProblem> problems) {}
