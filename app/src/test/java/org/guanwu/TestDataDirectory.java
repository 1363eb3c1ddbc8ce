package org.guanwu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A data directory of its own below target, and a database that need not survive the power cut. */
class TestDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path target = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
            Path directory = Files.createTempDirectory(target, "run-");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test data",
                            Map.of(
                                    "guanwu.data-dir", directory.toString(),
                                    "guanwu.durable", "false",
                                    // cheap hashes, and one address for hundreds of sign-ins
                                    "guanwu.identity.password.memory-kib", "256",
                                    "guanwu.identity.address-limit", "1000000")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
