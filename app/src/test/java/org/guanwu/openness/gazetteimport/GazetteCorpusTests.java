package org.guanwu.openness.gazetteimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.search.Search;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.openness.publication.PublishedItems;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 255 real announcements. They are not part of the repository; name their place with
 * {@code -Dguanwu.corpus=…/announcements.jsonl}, or lay them beside it.
 */
@GuanwuTest
class GazetteCorpusTests {

    private static final String PLACE = "shared/data/corpus/announcements.jsonl";

    private final ImportScenario scenario;
    private final PublishedItems published;
    private final Search search;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    GazetteCorpusTests(
            ImportScenario scenario, PublishedItems published, Search search, JdbcClient jdbc, JsonMapper json) {
        this.scenario = scenario;
        this.published = published;
        this.search = search;
        this.jdbc = jdbc;
        this.json = json;
    }

    private static Optional<Path> corpus() {
        String named = System.getProperty("guanwu.corpus");
        Stream<Path> upwards = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent);
        return Stream.concat(
                        Optional.ofNullable(named).map(Path::of).stream(),
                        upwards.flatMap(p -> Stream.of(p.resolve(PLACE), p.resolveSibling(PLACE))))
                .filter(p -> p != null && Files.isRegularFile(p))
                .findFirst();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s　\\u00a0\\ufeff]", "");
    }

    @Test
    void everyAnnouncementIsTakenWithoutLossAndFound() throws IOException, InterruptedException {
        Optional<Path> corpus = corpus();
        assumeTrue(corpus.isPresent(), "no corpus: set -Dguanwu.corpus=<announcements.jsonl> to run this test");
        List<String> lines = Files.readAllLines(corpus.get());
        Map<String, JsonNode> sources = new HashMap<>();
        lines.forEach(line -> {
            JsonNode node = json.readTree(line);
            sources.put(node.get("documentNumber").stringValue(), node);
        });
        assertThat(sources).hasSize(255);

        var crew = scenario.crew();
        long batch = scenario.open(crew, "announcements.jsonl", Files.readAllBytes(corpus.get()));
        long began = System.nanoTime();
        scenario.check(crew, batch);
        scenario.approve(crew, batch);
        scenario.await(batch, "DONE");
        System.out.printf(
                "255 announcements in %d ms%n",
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        assertThat(scenario.rows(batch)).as("all taken").isEqualTo(Map.of("IMPORTED", 255L));

        List<String> numbers = jdbc.sql(
                        "select catalogue_number from gazetteimport.row where batch_id = :id order by line")
                .param("id", batch)
                .query(String.class)
                .list();
        int structured = 0;
        for (String number : numbers) {
            var item = published.find(number).orElseThrow();
            JsonNode source = sources.get(item.documentNumber());
            assertThat(bare(item.plainText()))
                    .as(item.documentNumber())
                    .isEqualTo(bare(source.get("content").stringValue()));
            assertThat(item.documentDate()).hasToString(source.get("issuedOn").stringValue());
            assertThat(item.title()).isNotBlank();
            structured += StructuredText.recover(source.get("content").stringValue())
                                    .blocks()
                                    .size()
                            > 2
                    ? 1
                    : 0;
        }
        assertThat(structured).as("texts with recovered paragraphs").isGreaterThan(240);

        awaitIndex(crew.customs().id());
        assertFound(crew.customs().id(), "公告〔2023〕104号", "公告〔2023〕104号");
        assertFound(crew.customs().id(), "公告[2023]148号", "公告〔2023〕148号");
        assertFound(crew.customs().id(), "综合保税区 保税货物租赁", "公告〔2023〕104号");
        assertFound(crew.customs().id(), "\"全面暂停进口原产地为日本的水产品\"", "公告〔2023〕103号");
        assertFound(crew.customs().id(), "南非鲜食鳄梨", "公告〔2023〕107号");
    }

    private Search.Result find(long unit, String text) {
        return search.search(new Search.Query(
                text,
                Set.of("public"),
                Set.of(),
                Set.of(unit),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                Search.Order.RELEVANCE,
                0,
                20));
    }

    private void awaitIndex(long unit) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            long waiting = jdbc.sql("""
                            select count(*) from search.search_entry where unit_id = :unit and indexed_revision < revision""").param("unit", unit).query(Long.class).single();
            if (waiting == 0) {
                return;
            }
            Thread.sleep(100);
        }
    }

    private void assertFound(long unit, String words, String number) {
        assertThat(find(unit, words).hits())
                .as(words)
                .anySatisfy(hit -> assertThat(hit.entry().number()).isEqualTo(number));
    }
}
