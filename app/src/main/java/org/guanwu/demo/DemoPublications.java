package org.guanwu.demo;

import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What follows the issue of a document in the sample: the gate, publication, correction, withdrawal, repeal. */
@Component
@Profile("demo")
class DemoPublications {

    void follow(DemoDesk desk, Timetable timetable, DocumentStory story, Instant issuedAt) {}

    void importGazette(DemoDesk desk) {}
}
