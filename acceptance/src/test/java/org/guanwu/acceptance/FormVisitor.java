package org.guanwu.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the pages, without JavaScript: reads a form, ticks every box, takes what is preselected, sends it. */
final class FormVisitor {

    private static final Pattern CONTROL = Pattern.compile(
            "<(input)\\b([^>]*)>|<(textarea|select)\\b([^>]*)>(.*?)</\\3>", Pattern.DOTALL);

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String account;
    private boolean isSignedIn;

    FormVisitor(String account) {
        this.account = account;
    }

    /** @param text the body; address after redirects */
    record Seen(int status, String path, String text) {

        boolean hasForm(String action) {
            return text.contains("action=\"" + action + "\"");
        }
    }

    /** the session outlives the process: it is kept in the database */
    Seen get(RunningApplication application, String path) throws IOException {
        if (!isSignedIn) {
            Seen door = send(HttpRequest.newBuilder(application.uri("/sign-in")).GET());
            var fields = fields(door, "/sign-in");
            fields.put("account", List.of(account));
            fields.put("password", List.of(RunningApplication.PASSWORD));
            isSignedIn = post(application, "/sign-in", fields).status() == 200;
        }
        return send(HttpRequest.newBuilder(application.uri(path)).GET());
    }

    Seen submit(RunningApplication application, Seen page, String action) throws IOException {
        return post(application, action, fields(page, action));
    }

    Seen upload(RunningApplication application, Seen page, String action, String field, String name, String content)
            throws IOException {
        String boundary = "boundary-" + name.hashCode();
        var body = new StringBuilder();
        fields(page, action).forEach((key, values) -> {
            if (!key.equals(field)) {
                body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, key, values.getFirst()));
            }
        });
        body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(boundary, field, name, content, boundary));
        return send(HttpRequest.newBuilder(application.uri(action))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private Seen post(RunningApplication application, String action, Map<String, List<String>> fields)
            throws IOException {
        var body = new ArrayList<String>();
        fields.forEach((name, values) -> values.forEach(value -> body.add(
                URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return send(HttpRequest.newBuilder(application.uri(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
    }

    private Seen send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(
                    request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            return new Seen(answer.statusCode(), answer.uri().getPath(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Map<String, List<String>> fields(Seen page, String action) {
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(page.text());
        if (!form.find()) {
            throw new IllegalStateException("no form " + action + " at " + page.path() + " (" + page.status() + ")");
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
                Matcher chosen = Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected").matcher(control.group(5));
                Matcher first = Pattern.compile("<option value=\"([^\"]*)\"").matcher(control.group(5));
                value = chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "";
            }
            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }
}
