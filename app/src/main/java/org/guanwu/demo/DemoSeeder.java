package org.guanwu.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.demo.DemoOrganization.Directory;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.workingday.WorkingDays;
import org.guanwu.office.officialdocument.OutgoingDocumentIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty demo before it is ready; an installation that has its sample units already is left alone. */
@Component
@Profile("demo")
class DemoSeeder implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSeeder.class);

    private final Organization organization;
    private final DemoOrganization people;
    private final DemoSetting setting;
    private final DemoPublications publications;
    private final People actors;
    private final DeskParts parts;
    private final String password;
    private final boolean withMatters;

    DemoSeeder(
            Organization organization,
            DemoOrganization people,
            DemoSetting setting,
            DemoPublications publications,
            People actors,
            DeskParts parts,
            @Value("${guanwu.demo.password:${GUANWU_DEMO_PASSWORD:}}") String password,
            @Value("${guanwu.demo.matters:all}") String matters) {
        this.organization = organization;
        this.people = people;
        this.setting = setting;
        this.publications = publications;
        this.actors = actors;
        this.parts = parts;
        this.password = password;
        this.withMatters = matters.equals("all");
    }

    /** what the desk is made of */
    @Component
    @Profile("demo")
    record DeskParts(
            Routing routing,
            OutgoingDocumentIntake documents,
            WorkingDays workingDays,
            TravellingClock clock,
            TransactionTemplate transaction) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (organization.findUnitByCode("YZ0000001").isPresent()) {
            return;
        }
        LOG.info("样例：机构、岗位、人员、账号");
        Directory directory = parts.transaction().execute(_ -> people.build(password));
        var administrator = actors.findActor(directory.person("fang.zk")).orElseThrow();
        parts.transaction().executeWithoutResult(_ -> setting.keep(administrator, directory));
        if (!withMatters) {
            return;
        }
        LOG.info("样例：公文、审查、公开信息（沿时间顺序办理）");
        var desk = new DemoDesk(directory, actors, parts.routing(), parts.documents(), parts.transaction());
        var timetable = new Timetable(
                parts.workingDays(), parts.clock(), Clock.systemUTC().instant());
        List<DocumentStory> stories = new ArrayList<>();
        for (var sample : SampleDocuments.read()) {
            var holder = new DocumentStory[1];
            holder[0] = new DocumentStory(
                    desk, timetable, sample, at -> publications.follow(desk, timetable, holder[0], at));
            stories.add(holder[0]);
            holder[0].begin();
        }
        int steps = timetable.run();
        publications.importGazette(desk);
        LOG.info("样例就绪：{} 件公文，{} 步办理", stories.size(), steps);
    }
}
