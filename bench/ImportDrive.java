import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gazette import as people do it on the pages: upload, mapping, dry run, three reviewers; the last step is timed. */
final class ImportDrive {

    private static final Pattern CONTROL = Pattern.compile(
            "<(input)\\b([^>]*)>|<(textarea|select)\\b([^>]*)>(.*?)</\\3>", Pattern.DOTALL);

    private final Bench bench;

    ImportDrive(Bench bench) {
        this.bench = bench;
    }

    /** @return seconds from the last approval until the batch is done */
    double run(String file, int rows) throws Exception {
        var editor = new Visitor("luo.qy");
        String list = editor.get("/office/gazette-imports");
        String batch = editor.upload(list, file);
        String page = editor.get(batch);
        if (page.contains("action=\"" + batch + "/mapping\"")) {
            editor.submit(page, batch + "/mapping");
        }
        for (int i = 0; i < 1200 && !page.contains(batch + "/review\""); i++) {
            Thread.sleep(200);
            page = editor.get(batch);
        }
        editor.submit(page, batch + "/review");
        long start = 0;
        for (String account : List.of("tang.yz", "shen.lj", "wu.yl")) {
            var reviewer = new Visitor(account);
            String inbox = bench.get("/api/v1/office/inbox?limit=50", bench.token(account)).body();
            Matcher review = Pattern.compile("\"title\":\"[^\"]*历史文告[^\"]*\".*?\"url\":\"(/office/release-reviews/\\d+)\"").matcher(inbox);
            if (!review.find()) {
                throw new IllegalStateException("no review in the inbox of " + account + ": " + inbox);
            }
            String form = reviewer.get(review.group(1));
            start = System.nanoTime();
            reviewer.submit(form, review.group(1) + "/passing");
        }
        try (var database = bench.database(); var statement = database.createStatement()) {
            for (int i = 0; i < 6000; i++) {
                try (var result = statement.executeQuery(
                        "select count(*) from publication.item where document_number like '云历公告%'")) {
                    result.next();
                    if (result.getLong(1) >= rows) {
                        return (System.nanoTime() - start) / 1e9;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("the import does not end");
    }

    /** a browser without JavaScript */
    private final class Visitor {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        Visitor(String account) throws Exception {
            String door = get("/sign-in");
            Map<String, List<String>> fields = fields(door, "/sign-in");
            fields.put("account", List.of(account));
            fields.put("password", List.of(Bench.PASSWORD));
            post("/sign-in", fields);
        }

        String get(String path) throws Exception {
            var answer = http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
            Bench.check(answer, path);
            return answer.body();
        }

        void submit(String page, String action) throws Exception {
            post(action, fields(page, action));
        }

        private void post(String action, Map<String, List<String>> fields) throws Exception {
            var body = new StringBuilder();
            fields.forEach((name, values) -> values.forEach(value -> body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
            var answer = http.send(
                    HttpRequest.newBuilder(uri(action))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Bench.check(answer, action);
        }

        String upload(String page, String file) throws Exception {
            String boundary = "bench-boundary";
            var body = new StringBuilder();
            fields(page, "/office/gazette-imports").forEach((name, values) -> {
                if (!name.equals("files")) {
                    body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                            .append("\"\r\n\r\n").append(values.getFirst()).append("\r\n");
                }
            });
            body.append("--").append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"files\"; filename=\"gazette.jsonl\"\r\n")
                    .append("Content-Type: application/x-ndjson\r\n\r\n").append(file).append("\r\n--").append(boundary).append("--\r\n");
            var answer = http.send(
                    HttpRequest.newBuilder(uri("/office/gazette-imports"))
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Bench.check(answer, "upload");
            return answer.uri().getPath();
        }

        private URI uri(String path) {
            return URI.create("http://127.0.0.1:" + bench.port + path);
        }

        /** every box ticked, every choice as preselected */
        private Map<String, List<String>> fields(String page, String action) {
            Matcher form = Pattern.compile(
                            "<form[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                    .matcher(page);
            if (!form.find()) {
                throw new IllegalStateException("no form " + action + " on the page");
            }
            Map<String, List<String>> fields = new LinkedHashMap<>();
            Matcher control = CONTROL.matcher(form.group(1));
            while (control.find()) {
                String tag = control.group(1) != null ? control.group(2) : control.group(4);
                String name = attribute(tag, "name");
                if (name.isEmpty()) {
                    continue;
                }
                String value = attribute(tag, "value");
                if ("select".equals(control.group(3))) {
                    Matcher option = Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected").matcher(control.group(5));
                    Matcher first = Pattern.compile("<option value=\"([^\"]*)\"").matcher(control.group(5));
                    value = option.find() ? option.group(1) : first.find() ? first.group(1) : "";
                }
                fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
            return fields;
        }

        private String attribute(String tag, String name) {
            Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
            return value.find() ? value.group(1) : "";
        }
    }
}
