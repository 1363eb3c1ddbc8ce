package org.guanwu.foundation.routing;

/**
 * The answer to an accepted command.
 *
 * @param isRepeated the command had been accepted before; nothing was done again
 */
public record Receipt(long routeId, int version, int contentVersion, boolean isRepeated) {}
