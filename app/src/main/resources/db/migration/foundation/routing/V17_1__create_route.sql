create schema routing;
comment on schema routing is '流转';

create table routing.route_template (
  code text collate "C" not null,
  revision int not null check (revision >= 1),
  name text not null,
  unit_id bigint not null,
  unit_path text collate "C" not null,
  matter_type text not null,
  document_type text not null,
  body json not null,
  published_by bigint not null,
  published_by_name text not null,
  published_at timestamptz not null,
  primary key (code, revision)
);
comment on table routing.route_template is '流程模板；每一版发布后不再改变';
comment on column routing.route_template.document_type is '适用文种；空表示全部';
create index route_template_use on routing.route_template (matter_type, unit_id, document_type);

create table routing.route (
  id bigint generated always as identity primary key,
  matter_type text not null,
  matter_id bigint not null,
  unit_id bigint not null,
  unit_path text collate "C" not null,
  title text not null,
  matter_label text not null,
  url text not null,
  urgency smallint not null check (urgency between 0 and 2),
  authority_code text,
  template_code text not null,
  template_revision int not null,
  drafter_id bigint not null,
  status text not null check (status in ('OPEN', 'SUSPENDED', 'CLOSED', 'VOIDED')),
  is_unattended boolean not null default false,
  version int not null,
  log_seq int not null,
  log_hash bytea,
  content_version int not null,
  substantive_version int not null,
  opened_at timestamptz not null,
  suspended_at timestamptz,
  ended_at timestamptz,
  check ((status in ('CLOSED', 'VOIDED')) = (ended_at is not null)),
  check ((status = 'SUSPENDED') = (suspended_at is not null)),
  check (substantive_version <= content_version)
);
comment on table routing.route is '流转路线；状态列是 route_event 的投影';
comment on column routing.route.authority_code is '机关代字；不编号的为空';
comment on column routing.route.is_unattended is '无人可办，已列入告警';
create unique index one_live_route_per_matter on routing.route (matter_type, matter_id) where status <> 'VOIDED';
create index unattended_route on routing.route (id) where is_unattended;
create index route_of_template on routing.route (template_code, template_revision) where status in ('OPEN', 'SUSPENDED');

-- body is json, not jsonb: the hash covers the text as written
create table routing.route_event (
  route_id bigint not null references routing.route,
  seq int not null check (seq >= 1),
  at timestamptz not null,
  actor_id bigint,
  principal_id bigint,
  command_id uuid not null,
  type text not null,
  body json not null,
  previous_hash bytea,
  hash bytea not null check (length(hash) = 32),
  primary key (route_id, seq),
  check ((seq = 1) = (previous_hash is null))
);
comment on table routing.route_event is '流转日志；只增不改，以 SM3 相链';

create table routing.accepted_command (
  route_id bigint not null references routing.route,
  command_id uuid not null,
  actor_id bigint,
  act text not null,
  version int not null,
  content_version int not null,
  log_seq int not null,
  accepted_at timestamptz not null,
  primary key (route_id, command_id)
);
comment on table routing.accepted_command is '已接受的办理；重复提交得到第一次的答复';
create unique index one_start_per_command on routing.accepted_command (command_id) where act = 'START';

create table routing.route_step (
  route_id bigint not null references routing.route,
  step_key text collate "C" not null,
  lane_key text collate "C" not null,
  position int not null,
  kind text not null,
  status text not null check (status in ('WAITING', 'ACTIVE', 'HALTED', 'COMPLETED')),
  round int not null,
  activated_by_task int not null,
  status_before text not null,
  completed_by_task int not null,
  is_touched boolean not null,
  due_at timestamptz,
  remaining_micros bigint,
  silence_agrees boolean not null,
  primary key (route_id, step_key),
  unique (route_id, lane_key, position)
);
comment on table routing.route_step is '环节';
comment on column routing.route_step.round is '轮次';
create unique index one_active_step_per_lane on routing.route_step (route_id, lane_key) where status = 'ACTIVE';
create index silent_step on routing.route_step (due_at) where status = 'ACTIVE' and silence_agrees;

-- deferred: an inserted signer moves those behind him, row by row
create table routing.route_seat (
  route_id bigint not null,
  seat_no int not null,
  step_key text collate "C" not null,
  round int not null,
  chain int not null,
  position int not null,
  slot int not null,
  assignees text[] not null,
  pinned_id bigint,
  added_by_id bigint,
  is_done boolean not null,
  is_touched boolean not null,
  version int not null,
  notified_at timestamptz,
  moved_by_task int not null,
  moved_from text[],
  primary key (route_id, seat_no),
  foreign key (route_id, step_key) references routing.route_step,
  unique (route_id, step_key, round, chain, position) deferrable initially deferred
);
comment on table routing.route_seat is '席位';

create table routing.pending_task (
  route_id bigint not null references routing.route,
  task_no int not null,
  step_key text collate "C" not null,
  round int not null,
  seat_no int,
  person_id bigint not null,
  principal_id bigint not null,
  nature text not null check (nature in ('ACT', 'DISPATCH')),
  created_seq int not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  reminded_on date,
  primary key (route_id, task_no),
  check ((nature = 'DISPATCH') = (seat_no is null))
);
comment on table routing.pending_task is '待办；只有未结束的';
create unique index one_open_task_per_person_and_step
  on routing.pending_task (route_id, step_key, person_id, nature);
create index pending_task_person on routing.pending_task (person_id);
create index pending_task_principal on routing.pending_task (principal_id);
create index pending_task_dispatch on routing.pending_task (route_id) where nature = 'DISPATCH';

create table routing.completed_task (
  route_id bigint not null references routing.route,
  task_no int not null,
  step_key text collate "C" not null,
  round int not null,
  seat_no int,
  person_id bigint not null,
  principal_id bigint not null,
  nature text not null,
  created_seq int not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  reminded_on date,
  ended_at timestamptz not null,
  outcome text not null,
  primary key (route_id, task_no)
);
comment on table routing.completed_task is '已办；一件待办只结束一次';
create index completed_task_person on routing.completed_task (person_id, route_id);

create table routing.opinion (
  route_id bigint not null references routing.route,
  opinion_no int not null,
  step_key text collate "C" not null,
  round int not null,
  seat_no int not null,
  slot int not null,
  task_no int not null,
  person_id bigint,
  principal_id bigint,
  kind text not null check (kind in ('APPROVE', 'RETURN', 'DEEMED')),
  body text not null,
  content_version int not null,
  content_digest text not null,
  given_seq int not null,
  given_at timestamptz not null,
  primary key (route_id, opinion_no),
  check ((kind = 'DEEMED') = (person_id is null))
);
comment on table routing.opinion is '意见；不改不删';

create table routing.opinion_supersession (
  route_id bigint not null,
  opinion_no int not null,
  why text not null check (why in ('REPLACED', 'REDONE', 'WITHDRAWN', 'DROPPED')),
  primary key (route_id, opinion_no),
  foreign key (route_id, opinion_no) references routing.opinion
);
comment on table routing.opinion_supersession is '意见不再计入的缘由';

create table routing.separated_person (
  route_id bigint not null references routing.route,
  separation_group text collate "C" not null,
  person_id bigint not null,
  step_key text collate "C" not null,
  opinion_no int not null,
  primary key (route_id, separation_group, person_id)
);
comment on table routing.separated_person is '回避组内已经出名的人；每人只占一个环节';

create table routing.assigned_number (
  route_id bigint primary key references routing.route,
  authority_code text not null,
  year int not null,
  serial int not null,
  unique (authority_code, year, serial)
);
comment on table routing.assigned_number is '本路线所取的文号；至多一个';

create table routing.route_deadline (
  route_id bigint not null references routing.route,
  deadline_key text collate "C" not null,
  due_on date not null,
  primary key (route_id, deadline_key)
);
comment on table routing.route_deadline is '办理期限；属于事项，不因退回、挂起改变';

create table routing.pending_reading (
  route_id bigint not null references routing.route,
  reader_id bigint not null,
  reading_no int not null,
  sender_id bigint,
  sent_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (route_id, reader_id)
);
comment on table routing.pending_reading is '传阅';

-- Two locks on what must not change: the role has no right to, and the trigger refuses even the owner.
create function routing.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'append only: %.%', tg_table_schema, tg_table_name; end $$;
create trigger append_only before update or delete on routing.route_event
  for each row execute function routing.refuse_change();
create trigger append_only before update or delete on routing.opinion
  for each row execute function routing.refuse_change();
create trigger append_only before update or delete on routing.opinion_supersession
  for each row execute function routing.refuse_change();
create trigger append_only before update or delete on routing.completed_task
  for each row execute function routing.refuse_change();
create trigger append_only before update or delete on routing.assigned_number
  for each row execute function routing.refuse_change();
create trigger append_only before update or delete on routing.route_template
  for each row execute function routing.refuse_change();
revoke update, delete, truncate on routing.route_event, routing.opinion, routing.opinion_supersession,
  routing.completed_task, routing.assigned_number, routing.route_template, routing.accepted_command from guanwu;
