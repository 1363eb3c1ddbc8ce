package org.guanwu.foundation.identity.web;

import org.guanwu.foundation.identity.domain.AccountList;
import org.guanwu.foundation.shared.Page;

/** 账号: one page of the list. */
public record AccountsPage(String text, Page<AccountList.AccountRow> accounts, boolean mayOpen) {}
