create schema worklist;
comment on schema worklist is '待办';

-- Only open tasks. The two sort columns turn "no due date last, most urgent first" into one ascending row comparison,
-- so that a page is one range of one index in either direction.
create table worklist.pending_task (
  task_key text collate "C" primary key,
  matter_type text not null,
  matter_id bigint not null,
  person_id bigint not null,
  principal_id bigint not null,
  kind_label text not null,
  title text not null,
  matter_label text not null,
  url text not null,
  urgency smallint not null check (urgency between 0 and 2),
  due_on date,
  sender_id bigint,
  sender_name text not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  is_frozen boolean not null default false,
  sort_due date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  sort_urgency smallint not null generated always as (-urgency) stored
);
comment on table worklist.pending_task is '待办';
comment on column worklist.pending_task.principal_id is '被代理人；为本人办理时等于办理人';
comment on column worklist.pending_task.is_frozen is '挂起：保留而不列出、不计数';
create index pending_task_inbox on worklist.pending_task
  (person_id, is_frozen, sort_due, sort_urgency, created_at, task_key);
create index pending_task_kind on worklist.pending_task
  (person_id, is_frozen, kind_label, sort_due, sort_urgency, created_at, task_key);
create index pending_task_urgent on worklist.pending_task
  (person_id, is_frozen, sort_due, sort_urgency, created_at, task_key) where urgency > 0;
create index pending_task_deputy on worklist.pending_task
  (person_id, is_frozen, principal_id, sort_due, sort_urgency, created_at, task_key) where principal_id <> person_id;
create index pending_task_matter on worklist.pending_task (matter_type, matter_id);

create table worklist.completed_task (
  id bigint generated always as identity primary key,
  task_key text collate "C" not null,
  matter_type text not null,
  matter_id bigint not null,
  person_id bigint not null,
  principal_id bigint not null,
  kind_label text not null,
  title text not null,
  matter_label text not null,
  url text not null,
  urgency smallint not null,
  due_on date,
  sender_name text not null,
  created_at timestamptz not null,
  outcome text not null,
  ended_at timestamptz not null
);
comment on table worklist.completed_task is '已办；只增不改';
comment on column worklist.completed_task.outcome is '办理结果代码：DONE、RETURNED、TAKEN 等';
create index completed_task_person on worklist.completed_task (person_id, ended_at desc, id desc);
create index completed_task_matter on worklist.completed_task (matter_type, matter_id);
revoke update, delete, truncate on worklist.completed_task from guanwu;

create table worklist.pending_reading (
  id bigint generated always as identity primary key,
  matter_type text not null,
  matter_id bigint not null,
  person_id bigint not null,
  title text not null,
  url text not null,
  sender_id bigint not null,
  circulated_at timestamptz not null,
  read_at timestamptz,
  unique (matter_type, matter_id, person_id)
);
comment on table worklist.pending_reading is '传阅：待阅；read_at 有值即已阅';
create index pending_reading_inbox on worklist.pending_reading (person_id, circulated_at desc, id desc)
  where read_at is null;

create table worklist.followed_matter (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  matter_type text not null,
  matter_id bigint not null,
  title text not null,
  matter_label text not null,
  url text not null,
  followed_at timestamptz not null,
  unique (person_id, matter_type, matter_id)
);
comment on table worklist.followed_matter is '关注';
create index followed_matter_inbox on worklist.followed_matter (person_id, followed_at desc, id desc);
create index followed_matter_matter on worklist.followed_matter (matter_type, matter_id);
