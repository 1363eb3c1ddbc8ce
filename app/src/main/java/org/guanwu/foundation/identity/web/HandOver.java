package org.guanwu.foundation.identity.web;

/** @param password this once; empty when the identity provider keeps it */
public record HandOver(String title, String displayName, String account, String password, long accountId) {}
