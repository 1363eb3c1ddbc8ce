package org.guanwu.openness.gazetteimport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.office.secrecyreview.domain.FindingDecision;
import org.guanwu.office.secrecyreview.domain.ReviewDossier;
import org.guanwu.office.secrecyreview.domain.ReviewDossier.ItemView;
import org.guanwu.office.secrecyreview.domain.ReviewStep;
import org.guanwu.openness.gazetteimport.domain.Batches;
import org.guanwu.openness.gazetteimport.domain.Batches.Upload;
import org.guanwu.openness.gazetteimport.domain.Field;
import org.guanwu.openness.gazetteimport.domain.ImportWorker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customs with its people, and the way of a batch through their hands. Found by the component scan of the tests. */
@Component
public class ImportScenario {

    private final Batches batches;
    private final ImportWorker worker;
    private final ReviewDossier dossier;
    private final FindingDecision findings;
    private final ReviewStep steps;
    private final TestPeople people;
    private final JdbcClient jdbc;

    ImportScenario(
            Batches batches,
            ImportWorker worker,
            ReviewDossier dossier,
            FindingDecision findings,
            ReviewStep steps,
            TestPeople people,
            JdbcClient jdbc) {
        this.batches = batches;
        this.worker = worker;
        this.dossier = dossier;
        this.findings = findings;
        this.steps = steps;
        this.people = people;
        this.jdbc = jdbc;
    }

    public record Crew(Unit customs, Person importer, Person officer, Person secrecy, Person approver) {}

    public Crew crew() {
        Unit customs = people.authority("云州海关");
        return new Crew(
                customs,
                people.person("罗某", customs.id(), "DISCLOSURE_OFFICER"),
                people.person("何某", customs.id(), "DISCLOSURE_OFFICER"),
                people.person("石某", customs.id(), "SECRECY_REVIEWER"),
                people.person("吴某", customs.id(), "RELEASE_APPROVER"));
    }

    public long open(Crew crew, String name, byte[] content) {
        return batches.open(
                people.actor(crew.importer()), UUID.randomUUID().toString(), List.of(new Upload(name, content)));
    }

    public long open(Crew crew, String name, String content) {
        return open(crew, name, content.getBytes(StandardCharsets.UTF_8));
    }

    public void mapAsGuessed(Crew crew, long batch) {
        Map<Field, String> mapping = new EnumMap<>(Field.class);
        jdbc.sql("select key, value from gazetteimport.batch, jsonb_each_text(mapping) where id = :id")
                .param("id", batch)
                .query(row -> {
                    mapping.put(Field.valueOf(row.getString("key")), row.getString("value"));
                });
        batches.map(people.actor(crew.importer()), batch, mapping);
    }

    public void check(Crew crew, long batch) {
        mapAsGuessed(crew, batch);
        await(batch, "CHECKED");
    }

    /** every finding is accepted, three people pass */
    public void approve(Crew crew, long batch) {
        long review = batches.submit(people.actor(crew.importer()), batch);
        var officer = people.actor(crew.officer());
        dossier.get(officer, review).items().stream()
                .flatMap(item -> item.findings().stream())
                .forEach(f -> findings.accept(officer, review, f.finding().id(), "公开办公电话"));
        for (Person person : List.of(crew.officer(), crew.secrecy(), crew.approver())) {
            pass(person, review);
        }
    }

    public void pass(Person person, long review) {
        var view = dossier.get(people.actor(person), review);
        steps.pass(
                people.actor(person),
                review,
                view.lockVersion(),
                view.items().stream().map(ItemView::id).collect(Collectors.toSet()),
                "");
    }

    public void importAll(Crew crew, long batch) {
        check(crew, batch);
        approve(crew, batch);
        await(batch, "DONE");
    }

    public void await(long batch, String state) {
        Instant end = Instant.now().plus(Duration.ofSeconds(120));
        while (!state(batch).equals(state)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("batch is " + state(batch) + ", not " + state);
            }
            worker.run();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    public String state(long batch) {
        return jdbc.sql("select state from gazetteimport.batch where id = :id")
                .param("id", batch)
                .query(String.class)
                .single();
    }

    public Map<String, Long> rows(long batch) {
        return jdbc
                .sql("select state, count(*) as n from gazetteimport.row where batch_id = :id group by state")
                .param("id", batch)
                .query((row, n) -> Map.entry(row.getString("state"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public String problem(long batch, int line) {
        return jdbc.sql("""
                        select coalesce(string_agg(p ->> 'message', '|'), '') from gazetteimport.row,
                          jsonb_array_elements(problems) p where batch_id = :id and line = :line""")
                .param("id", batch)
                .param("line", line)
                .query(String.class)
                .single();
    }
}
