package org.guanwu.foundation.identity.domain;

/** A grant as a page shows it, with the name of its unit. */
public record GrantView(RoleGrant grant, String unitName) {

    public String period() {
        return grant.validFrom() + " 起" + (grant.validUntil() == null ? "，长期" : "，至 " + grant.validUntil());
    }
}
