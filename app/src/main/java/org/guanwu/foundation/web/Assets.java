package org.guanwu.foundation.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of style sheets and scripts with their content's hash in the name, so that they may be cached for ever. */
@Component
public class Assets {

    private final ResourceUrlProvider urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    public String url(String name) {
        return known.computeIfAbsent(name, n -> {
            String hashed = urls.getForLookupPath("/assets/" + n);
            if (hashed == null) {
                throw new IllegalArgumentException("no such asset: " + n);
            }
            return hashed;
        });
    }
}
