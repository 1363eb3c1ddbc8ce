package org.guanwu.foundation.numbering.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guanwu.foundation.numbering.NumberLayout;
import org.guanwu.foundation.numbering.NumberRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of number rules. */
@Repository
class NumberRuleRows {

    private final JdbcClient jdbc;

    NumberRuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<NumberRule> find(long id) {
        return jdbc.sql("select * from numbering.number_rule where id = ?")
                .param(id)
                .query(NumberRuleRows::map)
                .optional();
    }

    Optional<NumberRule> findByCode(String authorityCode) {
        return jdbc.sql("select * from numbering.number_rule where authority_code = ?")
                .param(authorityCode)
                .query(NumberRuleRows::map)
                .optional();
    }

    List<NumberRule> listOfUnit(long unitId) {
        return jdbc.sql("select * from numbering.number_rule where unit_id = ? order by id")
                .param(unitId)
                .query(NumberRuleRows::map)
                .list();
    }

    /** rules are configuration: a few per unit, so that a list of all of them is small */
    List<NumberRule> listAll() {
        return jdbc.sql("select * from numbering.number_rule order by authority_code collate \"C\"")
                .query(NumberRuleRows::map)
                .list();
    }

    long insert(NumberRule rule) {
        return jdbc.sql("""
                insert into numbering.number_rule (authority_code, unit_id, document_types, layout, is_yearly,
                  first_serial, start_note, is_open, effective_from, effective_to)
                values (?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .param(rule.authorityCode())
                .param(rule.unitId())
                .param(types(rule))
                .param(rule.layout().name())
                .param(rule.isYearly())
                .param(rule.firstSerial())
                .param(rule.startNote())
                .param(rule.isOpen())
                .param(rule.effectiveFrom())
                .param(rule.effectiveTo())
                .query(Long.class)
                .single();
    }

    boolean update(NumberRule rule) {
        return jdbc.sql("""
                update numbering.number_rule set unit_id = ?, document_types = string_to_array(?, ','), layout = ?,
                  is_yearly = ?, first_serial = ?, start_note = ?, is_open = ?, effective_from = ?, effective_to = ?,
                  version = version + 1
                where id = ? and version = ?
                """)
                        .param(rule.unitId())
                        .param(types(rule))
                        .param(rule.layout().name())
                        .param(rule.isYearly())
                        .param(rule.firstSerial())
                        .param(rule.startNote())
                        .param(rule.isOpen())
                        .param(rule.effectiveFrom())
                        .param(rule.effectiveTo())
                        .param(rule.id())
                        .param(rule.version())
                        .update()
                == 1;
    }

    private static String types(NumberRule rule) {
        return rule.documentTypes().stream()
                .sorted()
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }

    private static NumberRule map(ResultSet row, int rowNumber) throws SQLException {
        Array types = row.getArray("document_types");
        return new NumberRule(
                row.getLong("id"),
                row.getString("authority_code"),
                row.getLong("unit_id"),
                Set.of((String[]) types.getArray()),
                NumberLayout.valueOf(row.getString("layout")),
                row.getBoolean("is_yearly"),
                row.getInt("first_serial"),
                row.getString("start_note"),
                row.getBoolean("is_open"),
                row.getInt("effective_from"),
                row.getObject("effective_to", Integer.class),
                row.getLong("version"));
    }
}
