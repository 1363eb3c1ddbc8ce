-- Counts for the facets of a list stay flat in cost however many items there are. The trigger writes what a statement
-- changed as delta rows, so that two acts never wait for each other; a sweep folds the deltas into the cells.
create table publication.facet_count (
  section text not null,
  unit_id bigint not null,
  topic text not null,
  type text not null,
  year int not null,
  validity text not null,
  items bigint not null,
  primary key (section, unit_id, topic, type, year, validity)
);
comment on table publication.facet_count is '分面计数';

create table publication.facet_count_delta (
  section text not null,
  unit_id bigint not null,
  topic text not null,
  type text not null,
  year int not null,
  validity text not null,
  items bigint not null
);
comment on table publication.facet_count_delta is '分面计数增量，定时并入分面计数';

create function publication.count_inserted() returns trigger language plpgsql as $$
begin
  insert into publication.facet_count_delta
  select section, unit_id, topic, type, document_year, validity, count(*)
  from changed_new where status = 'PUBLISHED'
  group by 1, 2, 3, 4, 5, 6;
  return null;
end $$;

create function publication.count_updated() returns trigger language plpgsql as $$
begin
  insert into publication.facet_count_delta
  select section, unit_id, topic, type, document_year, validity, sum(n) from (
    select section, unit_id, topic, type, document_year, validity, 1 as n from changed_new where status = 'PUBLISHED'
    union all
    select section, unit_id, topic, type, document_year, validity, -1 from changed_old where status = 'PUBLISHED'
  ) as both_sides
  group by 1, 2, 3, 4, 5, 6
  having sum(n) <> 0;
  return null;
end $$;

create function publication.count_deleted() returns trigger language plpgsql as $$
begin
  insert into publication.facet_count_delta
  select section, unit_id, topic, type, document_year, validity, -count(*)
  from changed_old where status = 'PUBLISHED'
  group by 1, 2, 3, 4, 5, 6;
  return null;
end $$;

create trigger item_count_inserted after insert on publication.item
  referencing new table as changed_new for each statement execute function publication.count_inserted();
create trigger item_count_updated after update on publication.item
  referencing old table as changed_old new table as changed_new
  for each statement execute function publication.count_updated();
create trigger item_count_deleted after delete on publication.item
  referencing old table as changed_old for each statement execute function publication.count_deleted();
