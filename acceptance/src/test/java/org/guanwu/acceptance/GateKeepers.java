package org.guanwu.acceptance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other half of the work while the process is being killed: an editor imports gazettes, three reviewers let them and
 * the issued documents out. Everything goes through the pages.
 */
final class GateKeepers {

    static final int ROWS = 120;

    private static final List<String> REVIEWERS = List.of("tang.yz", "shen.lj", "wu.yl");

    private final OfficeApi api;
    private final FormVisitor editor = new FormVisitor("luo.qy");
    private final Map<String, FormVisitor> reviewers = new ConcurrentHashMap<>();
    private final Set<String> approved = ConcurrentHashMap.newKeySet();
    private final AtomicInteger imports = new AtomicInteger();
    private String batch = "";
    private boolean isLast;

    GateKeepers(OfficeApi api) {
        this.api = api;
    }

    void signIn(RunningApplication application) {
        REVIEWERS.forEach(account -> api.signIn(application, account));
        REVIEWERS.forEach(account -> reviewers.put(account, new FormVisitor(account)));
    }

    int imports() {
        return imports.get();
    }

    /** reviews whose last approval was answered */
    int approvedReviews() {
        return approved.size();
    }

    /** one step of each: import, first review, second review, approval */
    synchronized int step(RunningApplication application) throws IOException {
        int acts = importStep(application);
        for (String account : REVIEWERS) {
            for (var row : api.get(application.uri("/api/v1/office/inbox?limit=5"), account)
                    .json()
                    .get("rows")) {
                String url = row.get("url").asString();
                if (url.startsWith("/office/release-reviews/")) {
                    acts += pass(application, account, url);
                }
            }
        }
        return acts;
    }

    private int pass(RunningApplication application, String account, String url) throws IOException {
        FormVisitor reviewer = reviewers.get(account);
        var page = reviewer.get(application, url);
        if (!page.hasForm(url + "/passing")) {
            return 0;
        }
        int status = reviewer.submit(application, page, url + "/passing").status();
        if (status == 200 && account.equals(REVIEWERS.getLast())) {
            approved.add(url);
        }
        return status == 200 ? 1 : 0;
    }

    private int importStep(RunningApplication application) throws IOException {
        if (batch.isEmpty() && isLast) {
            return 0;
        }
        if (batch.isEmpty()) {
            var list = editor.get(application, "/office/gazette-imports");
            String path = editor.upload(
                            application, list, "/office/gazette-imports", "files", "gazette.jsonl", rows(imports.get() + 1))
                    .path();
            if (!path.matches("/office/gazette-imports/\\d+")) {
                return 0;
            }
            batch = path;
            imports.incrementAndGet();
            return 1;
        }
        var page = editor.get(application, batch);
        if (page.hasForm(batch + "/review")) {
            return editor.submit(application, page, batch + "/review").status() == 200 ? 1 : 0;
        }
        if (page.hasForm(batch + "/mapping") && page.text().contains("试导入 " + ROWS + " 行")) {
            return editor.submit(application, page, batch + "/mapping").status() == 200 ? 1 : 0;
        }
        if (page.text().contains("已完成")) {
            batch = "";
        }
        return 0;
    }

    /** what has been uploaded is brought to its end, nothing more is begun */
    synchronized void beginNoMore() {
        isLast = true;
    }

    boolean isBusy() {
        return !batch.isEmpty();
    }

    private static String rows(int number) {
        var text = new StringBuilder();
        for (int i = 1; i <= ROWS; i++) {
            text.append(("{\"title\":\"云州海关关于第%1$d批第%2$d号历史事项的公告\",\"number\":\"云史公告〔%1$d〕%2$d号\","
                            + "\"date\":\"2011-03-01\",\"topic\":\"综合类\",\"unit\":\"云州海关\","
                            + "\"body\":\"现就第%1$d批第%2$d号事项公告如下：一、如实申报。二、依法查验。特此公告。\"}\n")
                    .formatted(2000 + number % 20, number / 20 * 1000 + i));
        }
        return text.toString();
    }
}
