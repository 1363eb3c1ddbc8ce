package org.guanwu.foundation.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.routing.RouteScenario;
import org.guanwu.foundation.routing.RouteScenario.Office;
import org.guanwu.foundation.shared.Matter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stands in the tables after real acts: chain, projection, append-only, and what loading costs. */
@GuanwuTest
class RouteKeepingTests {

    private final RouteScenario scenario;
    private final RouteStore store;
    private final RouteLog log;
    private final ProjectionCheck check;
    private final DueNotices due;
    private final JdbcTemplate jdbc;

    RouteKeepingTests(
            RouteScenario scenario,
            RouteStore store,
            RouteLog log,
            ProjectionCheck check,
            DueNotices due,
            JdbcTemplate jdbc) {
        this.scenario = scenario;
        this.store = store;
        this.log = log;
        this.check = check;
        this.due = due;
        this.jdbc = jdbc;
    }

    private long wornRoute(int rounds) {
        Office office = scenario.office("云州海关");
        Matter matter = scenario.start(office, office.template(), "送审");
        for (int i = 0; i < rounds; i++) {
            scenario.approve(office.reviewer(), matter);
            scenario.approve(office.first(), matter);
            scenario.giveBack(office.second(), matter, "draft", false);
            scenario.approve(office.drafter(), matter);
        }
        return store.findId(matter).orElseThrow();
    }

    @Test
    @DisplayName("日志链完整，各表等于日志折叠")
    void chainAndProjectionHold() {
        long routeId = wornRoute(2);
        assertThat(log.findBrokenLink(routeId)).isEmpty();
        assertThat(check.listInconsistent(List.of(routeId))).isEmpty();
        check.checkSample();
        due.tell();
    }

    @Test
    @DisplayName("日志、意见、已办改不了，也删不掉")
    void appendOnlyTablesRefuse() {
        long routeId = wornRoute(1);
        for (String table : List.of("route_event", "opinion", "completed_task", "accepted_command")) {
            assertThatThrownBy(() -> jdbc.update("delete from routing." + table + " where route_id = ?", routeId))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> jdbc.update("update routing.opinion set body = '改' where route_id = ?", routeId))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("动了投影，夜间核对会发现")
    void aChangedProjectionIsFound() {
        long routeId = wornRoute(1);
        jdbc.update("update routing.route_seat set pinned_id = 1 where route_id = ?", routeId);
        assertThat(check.listInconsistent(List.of(routeId))).containsExactly(routeId);
    }

    @Test
    @DisplayName("折叠日志装载一件的耗时")
    void loadingByFoldingTheLogIsFast() {
        long routeId = wornRoute(6);
        int events = log.read(routeId).size();
        double fromLog = millis(() -> Route.fold(log.read(routeId)));
        double remembered = millis(() -> store.get(routeId));
        System.out.printf(
                "routing: loading a route of %d events takes %.1f ms from the log, %.1f ms when remembered%n",
                events, fromLog, remembered);
        assertThat(store.get(routeId).route().seq()).isEqualTo(events);
        assertThat(events).isGreaterThan(100);
    }

    private static double millis(Runnable load) {
        for (int i = 0; i < 30; i++) {
            load.run();
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            load.run();
        }
        return (System.nanoTime() - begin) / 50 / 1e6;
    }
}
