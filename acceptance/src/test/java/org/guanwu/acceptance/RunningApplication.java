package org.guanwu.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own: what a user runs, and what can be killed. */
final class RunningApplication implements AutoCloseable {

    static final String PASSWORD = "Guanwu-Demo-2026";

    private final Process process;
    private final int port;
    private final Path dataDirectory;
    private final Path log;

    private RunningApplication(Process process, int port, Path dataDirectory, Path log) {
        this.process = process;
        this.port = port;
        this.dataDirectory = dataDirectory;
        this.log = log;
    }

    /** @param arguments further command line arguments, for example {@code --guanwu.demo.matters=none} */
    static RunningApplication startDemo(Path dataDirectory, String... arguments) {
        try {
            int port = freePort();
            Path log = dataDirectory.resolve("application.log");
            Files.createDirectories(dataDirectory);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms128m",
                    "-Xmx2g",
                    "-Dfile.encoding=UTF-8"));
            command.addAll(jar());
            command.addAll(List.of(
                    "--spring.profiles.active=demo",
                    "--server.port=" + port,
                    "--guanwu.data-dir=" + dataDirectory));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("GUANWU_DEMO_PASSWORD", PASSWORD);
            var application = new RunningApplication(builder.start(), port, dataDirectory, log);
            application.awaitReady(Duration.ofMinutes(4));
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** as {@code ./guanwu demo} starts it where it has been prepared, else the jar as it was packaged */
    private static List<String> jar() throws IOException {
        Path packaged = Path.of(System.getProperty("guanwu.jar")).normalize();
        Path unpacked = packaged.resolveSibling("run").resolve(packaged.getFileName());
        Path cache = packaged.resolveSibling("guanwu.aot");
        if (!Files.exists(unpacked) || !Files.exists(cache) || Files.size(cache) == 0) {
            return List.of("-jar", packaged.toString());
        }
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off", "-jar", unpacked.toString());
    }

    private void awaitReady(Duration patience) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            Instant deadline = Instant.now().plus(patience);
            while (Instant.now().isBefore(deadline)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the application stopped:\n" + tail());
                }
                try {
                    var answer = client.send(
                            HttpRequest.newBuilder(uri("/actuator/health/readiness")).build(),
                            HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // the port is not open yet
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the application is not ready:\n" + tail());
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    /** {@code kill -9}: nothing gets a chance to tidy up */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static Path freshDirectory(String name) {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(new File("target/data").toPath().toAbsolutePath()), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
