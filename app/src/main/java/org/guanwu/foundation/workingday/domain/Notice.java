package org.guanwu.foundation.workingday.domain;

/** The notice that an entry rests on, as it is cited. */
public record Notice(long changeId, int year, String number, String title, String address) {

    public String citation() {
        String quoted = title.isEmpty() ? "" : "《" + title + "》";
        return number + quoted;
    }
}
