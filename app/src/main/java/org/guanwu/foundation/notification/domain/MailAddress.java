package org.guanwu.foundation.notification.domain;

/** @param version 0 when the person has never given one */
public record MailAddress(String address, boolean isEnabled, long version) {

    static final MailAddress NONE = new MailAddress("", false, 0);
}
