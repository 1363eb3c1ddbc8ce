package org.guanwu.foundation.web;

import org.guanwu.foundation.identity.Anyone;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Handlers that take an id and a document, for {@link MalformedRequestTests}. */
@RestController
class MalformedProbe {

    record Body(int number) {}

    @Anyone
    @GetMapping("/api/v1/malformed-probe/{id}")
    long get(@PathVariable long id) {
        return id;
    }

    @Anyone
    @PostMapping("/api/v1/malformed-probe")
    int post(@RequestBody Body body) {
        return body.number();
    }
}
