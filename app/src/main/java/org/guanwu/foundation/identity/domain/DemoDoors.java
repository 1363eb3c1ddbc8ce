package org.guanwu.foundation.identity.domain;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The role buttons of the demo. Outside the profile {@code demo} there are none, whatever the table holds. */
@Service
public class DemoDoors {

    private final JdbcClient jdbc;
    private final boolean isDemo;

    DemoDoors(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    public record Door(String accountName, String section, String label, String hint) {}

    public boolean isDemo() {
        return isDemo;
    }

    public List<Door> list() {
        return isDemo ? jdbc.sql("""
                                select d.account_name, d.section, d.label, d.hint from identity.demo_door d
                                  join identity.account a on a.name = d.account_name and a.state = 'ACTIVE'
                                 order by d.position, d.account_name""").query(Door.class).list() : List.of();
    }

    public boolean isOpen(String accountName) {
        return list().stream().anyMatch(d -> d.accountName().equals(accountName));
    }
}
