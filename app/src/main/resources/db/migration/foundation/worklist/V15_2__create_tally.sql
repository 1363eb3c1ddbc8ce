-- Every counter of the inbox is a sum over this table. It is written by the statements that write the lists, in their
-- transaction, as additions only: no writer ever waits for another one's counter, and a reader's snapshot holds a list
-- and its counters of the same moment. Additions are folded together later; folding changes no sum.
create table worklist.inbox_tally (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  box text not null check (box in ('PENDING', 'READING', 'COMPLETED', 'FOLLOWED')),
  principal_id bigint,
  kind_label text,
  urgency smallint,
  due_on date,
  change bigint not null,
  is_folded boolean not null default false
) with (autovacuum_vacuum_scale_factor = 0.02);
comment on table worklist.inbox_tally is '收件计数：与清单同一事务增减，合计即清单件数';
create index inbox_tally_person on worklist.inbox_tally (person_id, box);
create index inbox_tally_unfolded on worklist.inbox_tally (person_id) where not is_folded;

create function worklist.tally_pending() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into worklist.inbox_tally (person_id, box, principal_id, kind_label, urgency, due_on, change)
    select person_id, 'PENDING', principal_id, kind_label, urgency, due_on, count(*)
      from new_rows where not is_frozen group by 1, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into worklist.inbox_tally (person_id, box, principal_id, kind_label, urgency, due_on, change)
    select person_id, 'PENDING', principal_id, kind_label, urgency, due_on, -count(*)
      from old_rows where not is_frozen group by 1, 3, 4, 5, 6;
  else
    insert into worklist.inbox_tally (person_id, box, principal_id, kind_label, urgency, due_on, change)
    select person_id, 'PENDING', principal_id, kind_label, urgency, due_on, sum(change)
      from (select person_id, principal_id, kind_label, urgency, due_on, 1 as change from new_rows where not is_frozen
            union all
            select person_id, principal_id, kind_label, urgency, due_on, -1 from old_rows where not is_frozen) changes
     group by 1, 3, 4, 5, 6 having sum(change) <> 0;
  end if;
  return null;
end $$;

create function worklist.tally_reading() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into worklist.inbox_tally (person_id, box, change)
    select person_id, 'READING', count(*) from new_rows where read_at is null group by 1;
  elsif tg_op = 'DELETE' then
    insert into worklist.inbox_tally (person_id, box, change)
    select person_id, 'READING', -count(*) from old_rows where read_at is null group by 1;
  else
    insert into worklist.inbox_tally (person_id, box, change)
    select person_id, 'READING', sum(change)
      from (select person_id, 1 as change from new_rows where read_at is null
            union all
            select person_id, -1 from old_rows where read_at is null) changes
     group by 1 having sum(change) <> 0;
  end if;
  return null;
end $$;

create function worklist.tally_followed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into worklist.inbox_tally (person_id, box, change)
    select person_id, 'FOLLOWED', count(*) from new_rows group by 1;
  else
    insert into worklist.inbox_tally (person_id, box, change)
    select person_id, 'FOLLOWED', -count(*) from old_rows group by 1;
  end if;
  return null;
end $$;

create function worklist.tally_completed() returns trigger language plpgsql as $$
begin
  insert into worklist.inbox_tally (person_id, box, change)
  select person_id, 'COMPLETED', count(*) from new_rows group by 1;
  return null;
end $$;

create trigger pending_task_inserted after insert on worklist.pending_task
  referencing new table as new_rows for each statement execute function worklist.tally_pending();
create trigger pending_task_updated after update on worklist.pending_task
  referencing old table as old_rows new table as new_rows for each statement execute function worklist.tally_pending();
create trigger pending_task_deleted after delete on worklist.pending_task
  referencing old table as old_rows for each statement execute function worklist.tally_pending();
create trigger pending_reading_inserted after insert on worklist.pending_reading
  referencing new table as new_rows for each statement execute function worklist.tally_reading();
create trigger pending_reading_updated after update on worklist.pending_reading
  referencing old table as old_rows new table as new_rows for each statement execute function worklist.tally_reading();
create trigger pending_reading_deleted after delete on worklist.pending_reading
  referencing old table as old_rows for each statement execute function worklist.tally_reading();
create trigger followed_matter_inserted after insert on worklist.followed_matter
  referencing new table as new_rows for each statement execute function worklist.tally_followed();
create trigger followed_matter_deleted after delete on worklist.followed_matter
  referencing old table as old_rows for each statement execute function worklist.tally_followed();
create trigger completed_task_inserted after insert on worklist.completed_task
  referencing new table as new_rows for each statement execute function worklist.tally_completed();
