package org.guanwu.foundation.identity.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** GB/T 22239-2019 8.1.4.1 a：身份鉴别信息具有复杂度要求。 Pure; former passwords are compared by the caller. */
public final class PasswordPolicy {

    private static final int MAX_LENGTH = 200;
    private static final int DISTINCT = 5;

    private final IdentitySettings.PasswordRules rules;

    public PasswordPolicy(IdentitySettings.PasswordRules rules) {
        this.rules = rules;
    }

    /** @return what is wrong, in the user's words; empty when the password may be taken */
    public List<String> check(String password, String accountName, String displayName) {
        var problems = new ArrayList<String>();
        int length = password.codePointCount(0, password.length());
        if (length < rules.minLength()) {
            problems.add("至少 " + rules.minLength() + " 位，现为 " + length + " 位。");
        }
        if (length > MAX_LENGTH) {
            problems.add("不超过 " + MAX_LENGTH + " 位。");
        }
        int classes = classesIn(password);
        if (classes < rules.classes()) {
            problems.add("大写字母、小写字母、数字、符号中至少用 " + rules.classes() + " 种，现用 " + classes + " 种。");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (accountName.length() >= 3 && lower.contains(accountName.toLowerCase(Locale.ROOT))
                || displayName.length() >= 2 && lower.contains(displayName.toLowerCase(Locale.ROOT))) {
            problems.add("不能包含账号或姓名。");
        }
        if (password.codePoints().distinct().count() < Math.min(DISTINCT, rules.minLength())) {
            problems.add("重复的字符太多。");
        }
        return List.copyOf(problems);
    }

    public String description() {
        return "至少 " + rules.minLength() + " 位，大写字母、小写字母、数字、符号中至少 " + rules.classes() + " 种，不含账号或姓名，不与最近 "
                + rules.remembered() + " 次相同。";
    }

    private static int classesIn(String password) {
        boolean upper = password.codePoints().anyMatch(Character::isUpperCase);
        boolean lower = password.codePoints().anyMatch(Character::isLowerCase);
        boolean digit = password.codePoints().anyMatch(Character::isDigit);
        boolean symbol = password.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c));
        return (upper ? 1 : 0) + (lower ? 1 : 0) + (digit ? 1 : 0) + (symbol ? 1 : 0);
    }
}
