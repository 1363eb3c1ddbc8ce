/**
 * 流转: how a matter travels through the office: a list of steps (环节), never a graph.
 *
 * <p>The office calls the pieces 流程模板、流转路线、环节、席位、待办、意见. A route carries its own copy of the template, so a
 * new revision never changes a matter under way. Law: 党政机关公文处理工作条例 (中办发〔2012〕14号) 第十八条至第二十五条: drafting,
 * review, countersignature, issuance by the responsible person, final check before numbering; 第二十五条第一项: whoever
 * finds a need for substantive change at final check sends it back for review.
 *
 * <p>States: OPEN, SUSPENDED, CLOSED, VOIDED; of a step WAITING, ACTIVE, HALTED, COMPLETED. Current step, current seat
 * and open tasks are derived, never stored as a decision. Truth is the append-only, SM3-chained {@code route_event};
 * the tables are its projection, written in the same transaction.
 *
 * <p>Publishes RouteStepActivated, RouteStepCompleted, RouteNumberAssigned, RouteReturned, RouteClosed, RouteReopened,
 * RouteVoided, RoutePeopleJoined (whoever receives a task or a reading) inside the transaction of the act. Asks business modules through {@code RoutedMatter}.
 *
 * <p>Never: skips a step that nobody holds, edits or deletes an opinion, touches a statutory clock, lets a person act
 * twice in a separation group, gives a second number.
 */
@ApplicationModule(
        displayName = "流转",
        allowedDependencies = {
            "foundation.shared",
            "foundation.audit",
            "foundation.identity",
            "foundation.web",
            "foundation.organization",
            "foundation.worklist",
            "foundation.numbering",
            "foundation.notification",
            "foundation.workingday"
        })
@NullMarked
package org.guanwu.foundation.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
