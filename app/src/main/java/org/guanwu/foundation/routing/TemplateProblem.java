package org.guanwu.foundation.routing;

/**
 * What is wrong with a template, said at its step.
 *
 * @param stepKey empty for the template as a whole
 * @param blocks false: 请看, it may be published all the same
 */
public record TemplateProblem(String stepKey, String message, boolean blocks) {}
