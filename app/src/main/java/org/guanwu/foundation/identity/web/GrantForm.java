package org.guanwu.foundation.identity.web;

/** What was typed into the grant form; texts, so that nothing typed is lost. */
public record GrantForm(String role, String unit, String from, String until, String reason) {}
