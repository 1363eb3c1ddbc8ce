package org.guanwu.foundation.organization.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.organization.CustomsTier;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Post;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.Staffing;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.organization.UnitLevel;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class OrganizationDirectory implements Organization {

    /** a unit with the name it bore on :on, or its first name when it did not exist yet */
    private static final String UNIT = """
            select u.*, n.name, n.short_name from organization.unit u
              cross join lateral (select name, short_name from organization.unit_name h where h.unit_id = u.id
                 order by h.effective_from <= :on desc,
                          case when h.effective_from <= :on then h.effective_from end desc, h.effective_from limit 1) n
            """;

    /** the principal post of :on; for somebody between posts or gone, the one he held last */
    static final String PERSON = """
            select p.id, p.name, a.job_title, u.id as unit_id, n.name as unit_name, u.path,
              p.employed_from <= :on and (p.left_on is null or p.left_on > :on)
                and not exists (select 1 from organization.absence b where b.person_id = p.id
                  and b.starts_at <= :now and (b.ends_at is null or b.ends_at > :now)) as is_present
              from organization.person p
              cross join lateral (select * from organization.assignment x where x.person_id = p.id and x.is_principal
                 order by x.effective_from <= :on desc,
                          case when x.effective_from <= :on then x.effective_from end desc, x.effective_from, x.id desc
                 limit 1) a
              join organization.post t on t.id = a.post_id
              join organization.unit u on u.id = t.unit_id
              cross join lateral (select h.name from organization.unit_name h where h.unit_id = u.id
                 order by h.effective_from <= :on desc,
                          case when h.effective_from <= :on then h.effective_from end desc, h.effective_from limit 1) n
            """;

    /** siblings by position, then by age; as a text, /8/10/ would stand before /8/9/ */
    private static final String TREE_ORDER = """
             order by (select array_agg(array[a.position, a.id] order by length(a.path)) from organization.unit a
                        where a.id = any (cast(string_to_array(trim(both '/' from u.path), '/') as bigint[])))""";

    private static final String EMPLOYED = "p.employed_from <= :on and (p.left_on is null or p.left_on > :on)";
    private static final String EFFECTIVE = " between %1$s.effective_from and coalesce(%1$s.effective_to, 'infinity')";

    private final JdbcClient jdbc;
    private final StaffingPicture picture;
    private final Clock clock;

    OrganizationDirectory(JdbcClient jdbc, StaffingPicture picture, Clock clock) {
        this.jdbc = jdbc;
        this.picture = picture;
        this.clock = clock;
    }

    @Override
    public Optional<Unit> findUnit(long unitId) {
        return jdbc.sql(UNIT + "where u.id = :id")
                .param("id", unitId)
                .param("on", today())
                .query(OrganizationDirectory::unit)
                .optional();
    }

    @Override
    public Unit getUnit(long unitId) {
        return findUnit(unitId).orElseThrow(() -> new NotFound("unit " + unitId));
    }

    @Override
    public Optional<Unit> findUnitByCode(String code) {
        return jdbc.sql(UNIT + "where u.code = :code")
                .param("code", code)
                .param("on", today())
                .query(OrganizationDirectory::unit)
                .optional();
    }

    @Override
    public List<Unit> listSubtree(long unitId, LocalDate on) {
        return jdbc.sql(UNIT + "where u.path like (select path from organization.unit where id = :id) || '%' and :on"
                        + EFFECTIVE.formatted("u") + TREE_ORDER)
                .param("id", unitId)
                .param("on", on)
                .query(OrganizationDirectory::unit)
                .list();
    }

    @Override
    public List<Unit> listUnits(LocalDate on) {
        return jdbc.sql(UNIT + "where :on" + EFFECTIVE.formatted("u") + TREE_ORDER)
                .param("on", on)
                .query(OrganizationDirectory::unit)
                .list();
    }

    @Override
    public Optional<StaffMember> findPerson(long personId) {
        return jdbc.sql(PERSON + "where p.id = :id")
                .param("id", personId)
                .param("on", today())
                .param("now", Timestamp.from(clock.instant()))
                .query(OrganizationDirectory::person)
                .optional();
    }

    @Override
    public StaffMember getPerson(long personId) {
        return findPerson(personId).orElseThrow(() -> new NotFound("person " + personId));
    }

    @Override
    public List<StaffMember> searchPeople(String text, long withinUnitId, LocalDate on, int limit) {
        return jdbc.sql(PERSON + "where " + EMPLOYED
                        + " and u.path like (select path from organization.unit where id = :unit) || '%'"
                        + " and (position(:text in p.name) > 0 or position(:text in n.name) > 0)"
                        + " order by p.name, p.id limit :limit")
                .param("unit", withinUnitId)
                .param("text", text.strip().replace("\0", ""))
                .param("on", on)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query(OrganizationDirectory::person)
                .list();
    }

    @Override
    public Optional<Post> findPost(long postId) {
        return jdbc.sql("select id, code, name, unit_id from organization.post where id = ?")
                .param(postId)
                .query(Post.class)
                .optional();
    }

    @Override
    public Optional<Post> findPostByCode(String code) {
        return jdbc.sql("select id, code, name, unit_id from organization.post where code = ?")
                .param(code)
                .query(Post.class)
                .optional();
    }

    @Override
    public List<Post> listPosts(long unitId) {
        return jdbc.sql(
                        "select p.id, p.code, p.name, p.unit_id from organization.post p where p.unit_id = :unit and :on"
                                + EFFECTIVE.formatted("p") + " order by p.code")
                .param("unit", unitId)
                .param("on", today())
                .query(Post.class)
                .list();
    }

    @Override
    public List<StaffMember> listHolders(long postId, LocalDate on) {
        return jdbc.sql(PERSON + "join organization.assignment h on h.person_id = p.id and h.post_id = :post and :on"
                        + EFFECTIVE.formatted("h") + " where " + EMPLOYED + " order by h.rank, h.id")
                .param("post", postId)
                .param("on", on)
                .param("now", Timestamp.from(clock.instant()))
                .query(OrganizationDirectory::person)
                .list();
    }

    @Override
    public List<Post> listPostsOf(long personId, LocalDate on) {
        return jdbc.sql("""
                        select t.id, t.code, t.name, t.unit_id from organization.assignment a
                          join organization.post t on t.id = a.post_id
                         where a.person_id = :person and :on""" + EFFECTIVE.formatted("a") + " order by a.is_principal desc, a.rank, a.id")
                .param("person", personId)
                .param("on", on)
                .query(Post.class)
                .list();
    }

    @Override
    public Staffing staffing() {
        return picture.now();
    }

    private LocalDate today() {
        return ChinaTime.dateOf(clock.instant());
    }

    static StaffMember person(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                row.getLong("id"),
                row.getString("name"),
                row.getString("job_title"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("path"),
                row.getBoolean("is_present"));
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                CustomsTier.valueOf(row.getString("tier")),
                UnitLevel.valueOf(row.getString("level")),
                row.getObject("parent_id", Long.class),
                row.getString("path"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class));
    }
}
