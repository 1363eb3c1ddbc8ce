package org.guanwu.office.officialdocument.domain;

import org.guanwu.foundation.routing.StepMode;

/** 由上一环节选定: a step whose people the drafter names before sending. */
public record StepChoice(String stepKey, String stepName, StepMode mode) {}
