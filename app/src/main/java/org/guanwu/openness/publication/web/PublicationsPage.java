package org.guanwu.openness.publication.web;

import java.util.Map;
import org.guanwu.foundation.shared.Page;
import org.guanwu.openness.publication.domain.PublicationRegister;

public record PublicationsPage(
        PublicationRegister.Tab tab,
        String text,
        String topic,
        Map<String, String> topics,
        Page<PublicationRegister.Line> items) {}
