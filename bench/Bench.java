import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Ratios, taken side by side in one run on one machine: what stands beside each figure is what it is compared with.
 * Absolute figures belong to the machine; the ratios are the result.
 *
 * <p>{@code ./guanwu bench [portal] [acts] [inbox] [search] [import]}; without a name everything. {@code --rows N} caps
 * the largest table (default 1,000,000).
 */
final class Bench {

    static final String PASSWORD = "Guanwu-Bench-2026";
    static final Path ROOT = Path.of("").toAbsolutePath();

    final Path data;
    final int port;
    final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    Process application;

    Bench(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = new ArrayList<>(List.of(arguments));
        int largest = 1_000_000;
        int at = wanted.indexOf("--rows");
        if (at >= 0) {
            largest = Integer.parseInt(wanted.get(at + 1));
            wanted.remove(at + 1);
            wanted.remove(at);
        }
        var bench = new Bench(Files.createTempDirectory("guanwu-bench-"), freePort());
        try {
            bench.start();
            System.out.printf("%nGuanwu bench · %d processors · %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
            if (wanted.isEmpty() || wanted.contains("portal")) {
                bench.portal();
            }
            if (wanted.isEmpty() || wanted.contains("acts")) {
                bench.acts();
            }
            if (wanted.isEmpty() || wanted.contains("import")) {
                bench.importRows();
            }
            if (wanted.isEmpty() || wanted.contains("inbox")) {
                bench.inbox(largest);
            }
            if (wanted.isEmpty() || wanted.contains("search")) {
                bench.search(largest);
            }
        } finally {
            bench.stop();
            new ProcessBuilder("rm", "-rf", bench.data.toString()).start().waitFor();
        }
    }

    // ---- portal -----------------------------------------------------------------------------------------------------

    void portal() throws Exception {
        String list = get("/api/v1/documents?limit=5", null).body();
        var matcher = Pattern.compile("\"catalogueNumber\"\\s*:\\s*\"([^\"]+)\"").matcher(list);
        if (!matcher.find()) {
            throw new IllegalStateException("no published document to measure: " + list);
        }
        String page = "/documents/" + matcher.group(1);
        HttpResponse<String> html = get(page, null);
        check(html, page);
        Path root = Files.createDirectories(data.resolve("nginx/html"));
        Files.writeString(root.resolve("page.html"), html.body());
        int nginxPort = freePort();
        Path conf = data.resolve("nginx/nginx.conf");
        Files.writeString(conf, """
                daemon off; worker_processes auto; pid %1$s/nginx/nginx.pid; error_log %1$s/nginx/error.log;
                events { worker_connections 256; }
                http { access_log off; client_body_temp_path %1$s/nginx/b; proxy_temp_path %1$s/nginx/p; fastcgi_temp_path %1$s/nginx/f;
                       uwsgi_temp_path %1$s/nginx/u; scgi_temp_path %1$s/nginx/s; keepalive_requests 1000000;
                       server { listen 127.0.0.1:%2$d; root %3$s; } }
                """.formatted(data, nginxPort, root));
        Process nginx = new ProcessBuilder("nginx", "-c", conf.toString(), "-e", data.resolve("nginx/error.log").toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("nginx/out.log").toFile())
                .start();
        try {
            Thread.sleep(500);
            String search = "/search?q=" + URLEncoder.encode("公告", StandardCharsets.UTF_8);
            check(get(search, null), search);
            wrk("http://127.0.0.1:" + port + page, 8);
            wrk("http://127.0.0.1:" + port + search, 4);
            double[] document = new double[3];
            double[] disk = new double[3];
            double[] found = new double[3];
            for (int round = 0; round < 3; round++) {
                document[round] = wrk("http://127.0.0.1:" + port + page, 6);
                disk[round] = wrk("http://127.0.0.1:" + nginxPort + "/page.html", 6);
                found[round] = wrk("http://127.0.0.1:" + port + search, 6);
            }
            heading("portal: requests per second, median of 3 turns, wrk on the same 2 cores");
            line("nginx, the same %,d bytes from disk".formatted(html.body().getBytes(StandardCharsets.UTF_8).length), median(disk), 1.0);
            line("document page", median(document), median(document) / median(disk));
            line("search page (公告)", median(found), median(found) / median(disk));
        } finally {
            nginx.destroy();
        }
    }

    static double wrk(String url, int seconds) throws Exception {
        Process process = new ProcessBuilder("wrk", "-t2", "-c16", "-d" + seconds + "s", url).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var rate = Pattern.compile("Requests/sec:\\s+([0-9.]+)").matcher(out);
        if (!rate.find() || out.contains("Non-2xx")) {
            throw new IllegalStateException("wrk on " + url + ":\n" + out);
        }
        return Double.parseDouble(rate.group(1));
    }

    // ---- acts -------------------------------------------------------------------------------------------------------

    /** documents are brought before the signer, then signing and numbering are timed, four people's worth at once */
    void acts() throws Exception {
        int documents = 200;
        String drafter = token("wang.ym");
        var ids = new ArrayList<Long>();
        String[] path = {"zhou.lh", "chen.js", "zheng.wb"};
        String[] tokens = Arrays.stream(path).map(this::tokenOf).toArray(String[]::new);
        String signer = token("li.gh");
        String registrar = token("xu.mh");
        for (int i = 0; i < documents; i++) {
            String body = """
                    {"type":"NOTICE","form":"PLAIN","title":"云州海关关于第%d次测量的通知","primaryRecipients":"各隶属海关",
                     "body":"现将有关事项通知如下：\\n一、请认真执行。\\n二、请及时反馈。","annotation":"此件公开发布","attribute":"PROACTIVE","topic":"GENERAL"}
                    """.formatted(i);
            var drafted = post("/api/v1/office/outgoing-documents", drafter, body);
            check(drafted, "draft");
            long id = Long.parseLong(field(drafted.body(), "id"));
            ids.add(id);
            check(post("/api/v1/office/outgoing-documents/" + id + "/send", drafter, "{}"), "send");
            for (String token : tokens) {
                check(post("/api/v1/office/outgoing-documents/" + id + "/approve", token, "{}"), "approve");
            }
        }
        try (Connection owner = database()) {
            long before = inserted(owner);
            long start = System.nanoTime();
            parallel(4, ids, id -> {
                check(post("/api/v1/office/outgoing-documents/" + id + "/approve", signer, "{}"), "sign");
                check(post("/api/v1/office/outgoing-documents/" + id + "/approve", registrar, "{}"), "number");
                return null;
            });
            double acts = 2.0 * documents / seconds(start);
            Thread.sleep(1500);
            int rowsPerAct = (int) Math.max(1, (inserted(owner) - before) / (2 * documents));
            double plain = plainLoop(owner, 2 * documents, rowsPerAct);
            heading("sign and number: acts per second, 4 at once, over HTTP, durable commits");
            line("plain loop, the same %d rows an act, one commit each".formatted(rowsPerAct), plain, 1.0);
            line("sign and number", acts, acts / plain);
        }
    }

    static long inserted(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            try (var rows = statement.executeQuery("select sum(n_tup_ins) from pg_stat_user_tables where schemaname <> 'public' or true")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    static double plainLoop(Connection connection, int acts, int rowsPerAct) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table if not exists public.bench_plain (id bigint generated always as identity primary key, who bigint, what text, at timestamptz default now())");
        }
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        try (var insert = connection.prepareStatement("insert into public.bench_plain (who, what) values (?, ?)")) {
            for (int act = 0; act < acts; act++) {
                for (int row = 0; row < rowsPerAct; row++) {
                    insert.setLong(1, row);
                    insert.setString(2, "同意印发，请按程序办理，" + act);
                    insert.executeUpdate();
                }
                connection.commit();
            }
        }
        double rate = acts / seconds(start);
        connection.setAutoCommit(true);
        return rate;
    }

    // ---- inbox ------------------------------------------------------------------------------------------------------

    void inbox(int largest) throws Exception {
        heading("inbox page: milliseconds over HTTP, 300 requests each");
        String token = token("chen.js");
        String fill = Files.readString(ROOT.resolve("app/src/main/resources/bench/inbox-fill.sql")).replaceAll("(?m)^--.*$", "");
        double first = 0;
        try (Connection owner = database(); var statement = owner.createStatement()) {
            long person;
            try (var rows = statement.executeQuery("select person_id from identity.account where name = 'chen.js'")) {
                rows.next();
                person = rows.getLong(1);
            }
            for (int size : sizes(largest)) {
                statement.execute("delete from worklist.pending_task where task_key like 'bench:%'");
                statement.execute(fill.replace(":person", Long.toString(person)).replace(":count", Integer.toString(size)));
                statement.execute("vacuum analyze worklist.pending_task");
                double[] times = time(300, () -> check(get("/api/v1/office/inbox?limit=50", token), "inbox"));
                first = first == 0 ? percentile(times, 95) : first;
                latency("%,9d rows".formatted(size), times, first);
            }
            statement.execute("delete from worklist.pending_task where task_key like 'bench:%'");
        }
    }

    // ---- search -----------------------------------------------------------------------------------------------------

    void search(int largest) throws Exception {
        heading("search: milliseconds over HTTP, 300 requests each, a word, a phrase and a number in turn");
        double first = 0;
        int have = 0;
        for (int size : sizes(largest)) {
            try (Connection owner = database(); var statement = owner.createStatement()) {
                statement.execute("""
                        insert into search.search_entry (key, kind, url, title, number, catalogue_number, body, unit_id, unit_name,
                          topic, type, document_date, published_on, validity, readers)
                        select 'bench:' || n, 'PUBLICATION', '/documents/BENCH0001/2020-' || n,
                          '关于第' || n || '批' || (array['进口货物', '出口食品', '跨境电商', '减免税', '保税物流', '行政处罚'])[1 + n %% 6] || '有关事项的公告',
                          '测关公告〔' || (2008 + n %% 18) || '〕' || n || '号', 'BENCH0001/2020-' || n,
                          '为规范' || (array['查验', '归类', '估价', '稽查', '检疫', '统计'])[1 + n %% 6] || '工作，现就有关事项公告如下：一、企业应当如实申报第'
                            || n || '项内容。二、本公告自发布之日起施行。', 1 + n %% 40, '测量海关', 'GENERAL', 'ANNOUNCEMENT',
                          date '2008-01-01' + n %% 6000, date '2008-01-05' + n %% 6000, 'IN_FORCE', array['public']
                        from generate_series(%d, %d) n""".formatted(have + 1, size));
                statement.execute("analyze search.search_entry");
            }
            have = size;
            long start = System.nanoTime();
            restart();
            awaitIndexed();
            double indexing = seconds(start);
            String[] queries = {"跨境电商", "\"如实申报\"", "测关公告〔2010〕2号", "减免税 统计"};
            double[] times = time(300, new Callable<>() {
                int turn;

                @Override
                public Object call() throws Exception {
                    String q = queries[turn++ % queries.length];
                    return check(get("/api/v1/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8), null), q);
                }
            });
            first = first == 0 ? percentile(times, 95) : first;
            latency("%,9d entries (indexed in %.0f s with the restart)".formatted(size, indexing), times, first);
        }
    }

    void awaitIndexed() throws Exception {
        try (Connection owner = database(); var statement = owner.createStatement()) {
            for (int i = 0; i < 3600; i++) {
                try (var rows = statement.executeQuery("select count(*) from search.search_entry where indexed_revision < revision")) {
                    rows.next();
                    if (rows.getLong(1) == 0) {
                        return;
                    }
                }
                Thread.sleep(500);
            }
        }
        throw new IllegalStateException("the index does not catch up");
    }

    // ---- import -----------------------------------------------------------------------------------------------------

    void importRows() throws Exception {
        int rows = 3000;
        var file = new StringBuilder();
        for (int i = 1; i <= rows; i++) {
            file.append("{\"title\":\"云州海关关于第").append(i).append("号历史事项的公告\",\"number\":\"云历公告〔2011〕").append(i)
                    .append("号\",\"date\":\"2011-03-").append("%02d".formatted(1 + i % 28))
                    .append("\",\"topic\":\"综合类\",\"unit\":\"云州海关\",\"body\":\"为便利企业，现就第").append(i)
                    .append("号事项公告如下：一、企业应当如实申报。二、海关依法查验。三、本公告自发布之日起施行。特此公告。云州海关 2011年3月1日\"}\n");
        }
        double seconds = new ImportDrive(this).run(file.toString(), rows);
        try (Connection owner = database()) {
            double plain = plainLoop(owner, rows / 50, 50 * 6) * 50;
            heading("gazette import: rows per second, structure recovered, checked and written");
            line("plain loop, 6 rows an item, 50 items a commit", plain, 1.0);
            line("import", rows / seconds, rows / seconds / plain);
        }
    }

    // ---- the application --------------------------------------------------------------------------------------------

    void start() throws Exception {
        Path aot = ROOT.resolve("app/target/guanwu.aot");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-Xms128m", "-Xmx2g", "-Dfile.encoding=UTF-8"));
        if (Files.exists(aot) && Files.size(aot) > 0) {
            command.add("-XX:AOTCache=" + aot);
        }
        command.addAll(List.of("-jar", ROOT.resolve("app/target/run/guanwu-app.jar").toString(),
                "--spring.profiles.active=demo", "--server.port=" + port, "--guanwu.data-dir=" + data));
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("application.log").toFile()));
        builder.environment().put("GUANWU_DEMO_PASSWORD", PASSWORD);
        application = builder.start();
        for (int i = 0; i < 3000; i++) {
            if (!application.isAlive()) {
                throw new IllegalStateException("the application stopped; see " + data.resolve("application.log"));
            }
            try {
                if (get("/actuator/health/readiness", null).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the application is not ready");
    }

    void stop() throws Exception {
        application.destroy();
        if (!application.waitFor(60, TimeUnit.SECONDS)) {
            application.destroyForcibly().waitFor();
        }
    }

    void restart() throws Exception {
        stop();
        start();
    }

    /** as the server's own superuser: fills tables that the product may only append to by acts */
    Connection database() throws SQLException {
        try {
            String password = Files.readString(data.resolve("pg.password")).strip();
            String port = Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).strip();
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/guanwu", "postgres", password);
        } catch (IOException e) {
            throw new SQLException("no database below " + data, e);
        }
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    String tokenOf(String account) {
        try {
            return token(account);
        } catch (Exception e) {
            throw new IllegalStateException(account, e);
        }
    }

    String token(String account) throws Exception {
        var answer = post("/api/v1/sessions/token", null, "{\"account\":\"" + account + "\",\"password\":\"" + PASSWORD + "\"}");
        check(answer, "token of " + account);
        return field(answer.body(), "token");
    }

    static String field(String json, String name) {
        var matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]+)").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    static Object check(HttpResponse<String> answer, String what) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    // ---- figures ----------------------------------------------------------------------------------------------------

    interface Task<T> {
        Object run(T item) throws Exception;
    }

    static <T> void parallel(int threads, List<T> items, Task<T> task) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var result : pool.invokeAll(items.stream().<Callable<Object>>map(i -> () -> task.run(i)).toList())) {
                result.get();
            }
        }
    }

    static double[] time(int requests, Callable<?> request) throws Exception {
        for (int i = 0; i < 60; i++) {
            request.call();
        }
        double[] times = new double[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            request.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    static int[] sizes(int largest) {
        return Arrays.stream(new int[] {1_000, 100_000, 1_000_000}).filter(n -> n <= largest).toArray();
    }

    static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    static void heading(String text) {
        System.out.println("\n" + text);
    }

    static void line(String what, double rate, double ratio) {
        System.out.printf(Locale.ROOT, "  %-62s %12.1f   ratio %.2f%n", what, rate, ratio);
    }

    static void latency(String what, double[] times, double firstP95) {
        System.out.printf(Locale.ROOT, "  %-62s p50 %7.2f   p95 %7.2f   growth of p95 %.2f%n", what, percentile(times, 50), percentile(times, 95), percentile(times, 95) / firstP95);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
