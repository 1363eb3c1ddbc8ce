package org.guanwu.office.officialdocument.domain;

/** 实质性修改: what nobody can declare to be a matter of form. */
final class Substance {

    private Substance() {}

    /** type, title, recipients, disclosure or an attachment has changed; wording is for the editor to judge */
    static boolean isTouched(DraftContent before, DraftContent after) {
        return before.type() != after.type()
                || before.form() != after.form()
                || before.direction() != after.direction()
                || !before.title().equals(after.title())
                || !before.primaryRecipients().equals(after.primaryRecipients())
                || !before.disclosureKey().equals(after.disclosureKey())
                || before.isPolicy() != after.isPolicy()
                || !before.attachments().equals(after.attachments());
    }
}
