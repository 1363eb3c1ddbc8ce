package org.guanwu.openness.publication.domain;

import java.util.Locale;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.organization.UnitLevel;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 索引号 (政府信息公开目录系统实施指引): nine characters of the authority, "/", year of the document, "-", five digits. Gapless:
 * the counter row is locked by the act that publishes and freed with it, so a failed act uses no number.
 */
@Component
class CatalogueNumbers {

    static final int LAST = 99_999;
    private static final int AUTHORITY_LENGTH = 9;

    private final JdbcClient jdbc;
    private final Organization organization;

    CatalogueNumbers(JdbcClient jdbc, Organization organization) {
        this.jdbc = jdbc;
        this.organization = organization;
    }

    /** @return the first serial of {@code count} in a row */
    @Transactional(propagation = Propagation.MANDATORY)
    int allocate(String authorityCode, int year, int count) {
        int last = jdbc.sql("""
                        insert into publication.catalogue_counter as counter (authority_code, year, last_serial)
                        values (:code, :year, least(:count, 99999))
                        on conflict (authority_code, year)
                        do update set last_serial = least(counter.last_serial + :count, 99999)
                        where counter.last_serial + :count <= 99999
                        returning last_serial""")
                .param("code", authorityCode)
                .param("year", year)
                .param("count", count)
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (last < count) {
            throw new Refusal(
                    "publication.catalogue-full", authorityCode + " " + year + " 年的索引号已用到 " + LAST + "，不能再编。");
        }
        return last - count + 1;
    }

    static String format(String authorityCode, int year, int serial) {
        return "%s/%04d-%05d".formatted(authorityCode, year, serial);
    }

    /** the authority in whose name the unit acts */
    Unit authorityOf(long unitId) {
        Unit unit = organization.getUnit(unitId);
        while (unit.level() != UnitLevel.AUTHORITY && unit.parentId() != null) {
            unit = organization.getUnit(unit.parentId());
        }
        return unit;
    }

    /**
     * 组织机构代码 without its hyphen. A unit that has been given none that fits is named by its own number: nine digits
     * that are its alone, so that nothing waits for a code; the number stays when the code comes later.
     */
    static String authorityCode(Unit authority) {
        String code = authority.code().replace("-", "").toUpperCase(Locale.ROOT);
        if (code.matches("[0-9A-Z]{1," + AUTHORITY_LENGTH + "}")) {
            return "0".repeat(AUTHORITY_LENGTH - code.length()) + code;
        }
        return "%09d".formatted(authority.id() % 1_000_000_000L);
    }
}
