package org.guanwu.demo;

import java.util.List;
import java.util.Set;
import org.guanwu.demo.DemoOrganization.Directory;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.numbering.NumberLayout;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.numbering.NumberRules;
import org.guanwu.foundation.routing.RouteTemplates;
import org.guanwu.office.officialdocument.StandardRoute;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The authority codes and route templates that the business administrator of the sample customs keeps. */
@Component
@Profile("demo")
class DemoSetting {

    private static final int FIRST_YEAR = 2007;

    private final NumberRules numbers;
    private final RouteTemplates templates;

    DemoSetting(NumberRules numbers, RouteTemplates templates) {
        this.numbers = numbers;
        this.templates = templates;
    }

    void keep(Actor administrator, Directory directory) {
        long customs = directory.unit("YZ0000001");
        rule(administrator, "云关办发", customs, Set.of(), NumberLayout.DOCUMENT);
        rule(administrator, "云州海关公告", customs, Set.of("ANNOUNCEMENT"), NumberLayout.ANNOUNCEMENT);
        rule(administrator, "云关函", customs, Set.of("LETTER"), NumberLayout.LETTER);
        rule(administrator, "云关纪要", customs, Set.of("MINUTES"), NumberLayout.MINUTES);
        rule(administrator, "云关监发", directory.unit("YZ-KAJG"), Set.of("NOTICE"), NumberLayout.DOCUMENT);
        rule(administrator, "江湾关发", directory.unit("JW0000001"), Set.of(), NumberLayout.DOCUMENT);
        rule(administrator, "临港关发", directory.unit("LG0000001"), Set.of(), NumberLayout.DOCUMENT);
        rule(administrator, "北浦关发", directory.unit("BP0000001"), Set.of(), NumberLayout.DOCUMENT);

        templates.publish(
                administrator,
                StandardRoute.of(
                        "yz-general",
                        "云州海关通用发文流程",
                        customs,
                        "",
                        posts(directory, "yz-office-review", "yz-deputy-operations", "yz-chief")));
        for (List<String> office : List.of(
                List.of("jw", "江湾海关", "JW0000001"),
                List.of("lg", "临港海关", "LG0000001"),
                List.of("bp", "北浦海关", "BP0000001"))) {
            templates.publish(
                    administrator,
                    StandardRoute.of(
                            office.get(0) + "-general",
                            office.get(1) + "发文流程",
                            directory.unit(office.get(2)),
                            "",
                            posts(directory, "yz-office-review", office.get(0) + "-chief", office.get(0) + "-chief")));
        }
    }

    private static StandardRoute.Posts posts(Directory directory, String review, String leader, String head) {
        return new StandardRoute.Posts(
                DemoOrganization.HEADS,
                directory.post(review),
                directory.post("yz-disclosure"),
                directory.post("yz-office-head"),
                directory.post(leader),
                directory.post(head),
                directory.post("yz-registry"),
                directory.post("yz-registry"));
    }

    private void rule(Actor administrator, String code, long unit, Set<String> types, NumberLayout layout) {
        numbers.save(
                administrator, new NumberRule(0, code, unit, types, layout, true, 1, "", true, FIRST_YEAR, null, 0));
    }
}
