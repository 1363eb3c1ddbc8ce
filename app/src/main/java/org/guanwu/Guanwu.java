package org.guanwu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** One deployable; {@code ./guanwu demo} and {@code ./guanwu run} start it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Guanwu {

    public static void main(String[] args) {
        SpringApplication.run(Guanwu.class, args);
    }
}
