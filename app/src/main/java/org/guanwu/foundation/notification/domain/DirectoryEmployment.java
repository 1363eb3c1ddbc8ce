package org.guanwu.foundation.notification.domain;

import org.guanwu.foundation.identity.Affiliations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class DirectoryEmployment implements Employment {

    private final ObjectProvider<Affiliations> people;

    DirectoryEmployment(ObjectProvider<Affiliations> people) {
        this.people = people;
    }

    @Override
    public boolean isEmployed(long personId) {
        Affiliations known = people.getIfAvailable();
        return known != null && known.find(personId).isPresent();
    }
}
