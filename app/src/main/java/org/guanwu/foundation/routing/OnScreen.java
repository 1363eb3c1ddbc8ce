package org.guanwu.foundation.routing;

import java.util.UUID;

/**
 * What a person had before him when he pressed the button; hidden fields of the form. Versions that do not matter to the
 * act are not compared.
 *
 * @param commandId made with the form; a repeated one returns the first answer
 * @param routeVersion compared by acts that undo or stop what others do
 * @param seatVersion compared by acts on the own task
 * @param contentVersion the text that was read
 */
public record OnScreen(
        UUID commandId, long routeId, int taskNo, int routeVersion, int seatVersion, int contentVersion) {}
