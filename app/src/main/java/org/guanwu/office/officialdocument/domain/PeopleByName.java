package org.guanwu.office.officialdocument.domain;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** People named in a field, 林某（法规处）、赵某: found within the authority, and only when there is exactly one of them. */
@Component
public class PeopleByName {

    private static final int MOST = 400;

    private final Organization organization;
    private final Clock clock;

    PeopleByName(Organization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    /** as the field offers them: 林某（法规处） */
    public List<String> listNames(long authorityId) {
        return organization.searchPeople("", authorityId, ChinaTime.dateOf(clock.instant()), MOST).stream()
                .map(PeopleByName::written)
                .toList();
    }

    /** @throws InvalidInput at the field, for a name that is not there or not unique */
    public List<Long> resolve(long authorityId, String field, String names) {
        return Arrays.stream(names.split("[、，,；;\\s]+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> resolveOne(authorityId, field, name))
                .distinct()
                .toList();
    }

    private long resolveOne(long authorityId, String field, String written) {
        String name = written.replaceFirst("[（(].*$", "");
        List<StaffMember> found =
                organization.searchPeople(name, authorityId, ChinaTime.dateOf(clock.instant()), MOST).stream()
                        .filter(p -> p.name().equals(name)
                                && (written.equals(name) || written(p).equals(written)))
                        .toList();
        if (found.isEmpty()) {
            throw new InvalidInput(field, "没有找到“" + written + "”，请从提示中选择，写法如“林某（法规处）”。");
        }
        if (found.size() > 1) {
            throw new InvalidInput(
                    field,
                    "有 " + found.size() + " 位“" + name + "”，请写明部门："
                            + String.join(
                                    "、",
                                    found.stream().map(PeopleByName::written).toList()) + "。");
        }
        return found.getFirst().id();
    }

    private static String written(StaffMember person) {
        return person.name() + "（" + person.unitName() + "）";
    }
}
