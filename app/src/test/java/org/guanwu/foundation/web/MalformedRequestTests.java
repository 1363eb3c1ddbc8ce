package org.guanwu.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.guanwu.GuanwuTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A caller's slip is answered with 4xx, never with an incident number. */
@GuanwuTest
class MalformedRequestTests {

    private final MockMvcTester mvc;

    MalformedRequestTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void aLetterInPlaceOfAnIdIsABadRequest() {
        assertThat(mvc.get().uri("/api/v1/malformed-probe/x")).hasStatus(400);
        assertThat(mvc.get().uri("/api/v1/malformed-probe/99999999999999999999"))
                .hasStatus(400);
    }

    @Test
    void halfAJsonDocumentIsABadRequest() {
        assertThat(mvc.post()
                        .uri("/api/v1/malformed-probe")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": "))
                .hasStatus(400);
    }
}
