package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Nightly: the logs of a sample are folded and compared with the tables, and their chains are followed. */
@Component
class ProjectionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionCheck.class);
    private static final int SAMPLE = 500;

    private final RouteStore store;
    private final JdbcClient jdbc;

    ProjectionCheck(RouteStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    @Scheduled(cron = "${guanwu.routing.check-at:0 40 2 * * *}", zone = "Asia/Shanghai")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void checkSample() {
        List<Long> sample = jdbc.sql("select id from routing.route order by random() limit ?")
                .param(SAMPLE)
                .query(Long.class)
                .list();
        var broken = listInconsistent(sample);
        if (broken.isEmpty()) {
            LOG.info("{} routes agree with their logs", sample.size());
        } else {
            LOG.error("Routes whose tables or chains disagree with their logs: {}", broken);
        }
    }

    List<Long> listInconsistent(List<Long> routeIds) {
        var broken = new ArrayList<Long>();
        for (long routeId : routeIds) {
            if (!store.isConsistent(routeId)) {
                broken.add(routeId);
            }
        }
        return broken;
    }
}
