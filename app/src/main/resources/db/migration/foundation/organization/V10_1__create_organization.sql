-- Units, posts, people: everything has effective dates, nothing is deleted.
create schema organization;
comment on schema organization is '机构人员';

create table organization.unit (
  id bigint generated always as identity primary key,
  code text not null unique check (code <> ''),
  tier text not null check (tier in ('HEADQUARTERS', 'REGIONAL', 'SUBORDINATE')),
  level text not null check (level in ('AUTHORITY', 'DEPARTMENT', 'SECTION')),
  parent_id bigint references organization.unit,
  path text not null unique check (path like '/%/'),
  position int not null default 0,
  effective_from date not null,
  effective_to date check (effective_to >= effective_from),
  successor_id bigint references organization.unit
);
create index unit_parent on organization.unit (parent_id);
create index unit_path on organization.unit (path text_pattern_ops);
comment on table organization.unit is '单位、部门、科室';
comment on column organization.unit.path is '路径：自根起的编号，首尾带斜线；单位一生不换位置，改隶即撤销并新设';
comment on column organization.unit.effective_to is '最后有效日（含）';
comment on column organization.unit.successor_id is '撤销后由哪个单位承接';

create table organization.unit_name (
  unit_id bigint not null references organization.unit,
  effective_from date not null,
  name text not null check (name <> ''),
  short_name text not null,
  primary key (unit_id, effective_from)
);
comment on table organization.unit_name is '单位名称沿革';

create table organization.post (
  id bigint generated always as identity primary key,
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  unit_id bigint not null references organization.unit,
  effective_from date not null,
  effective_to date check (effective_to >= effective_from)
);
create index post_unit on organization.post (unit_id);
comment on table organization.post is '岗位';

create table organization.person (
  id bigint generated always as identity primary key,
  staff_number text unique,
  name text not null check (name <> ''),
  employed_from date not null,
  left_on date check (left_on >= employed_from)
);
comment on table organization.person is '人员';
comment on column organization.person.left_on is '离岗日：自该日起不再在职';

create table organization.assignment (
  id bigint generated always as identity primary key,
  person_id bigint not null references organization.person,
  post_id bigint not null references organization.post,
  job_title text not null default '',
  rank int not null default 100,
  is_principal boolean not null,
  effective_from date not null,
  effective_to date check (effective_to >= effective_from)
);
create index assignment_person on organization.assignment (person_id, effective_from);
create index assignment_post on organization.assignment (post_id, effective_from);
comment on table organization.assignment is '任岗：人员在某时段任某岗位，可兼任';
comment on column organization.assignment.rank is '同岗位内的排序，小者在前';
comment on column organization.assignment.is_principal is '主岗；同一天只有一个';

create table organization.absence (
  id bigint generated always as identity primary key,
  person_id bigint not null references organization.person,
  kind text not null check (kind in ('LEAVE', 'BUSINESS_TRIP', 'TRAINING', 'SICKNESS', 'OTHER')),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at >= starts_at),
  note text not null default '',
  registered_by bigint,
  registered_at timestamptz not null
);
create index absence_person on organization.absence (person_id, starts_at);
comment on table organization.absence is '离岗登记（请假、出差、学习）';
comment on column organization.absence.ends_at is '回岗时刻（不含）；空为未定';

create table organization.delegation (
  id bigint generated always as identity primary key,
  principal_id bigint not null references organization.person,
  deputy_id bigint not null references organization.person,
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at >= starts_at),
  only_while_absent boolean not null,
  is_onward boolean not null,
  matter_type text check (matter_type <> ''),
  reason text not null default '',
  registered_by bigint,
  registered_at timestamptz not null,
  check (principal_id <> deputy_id)
);
create index delegation_principal on organization.delegation (principal_id, starts_at);
create index delegation_deputy on organization.delegation (deputy_id, starts_at);
comment on table organization.delegation is '授权代办';
comment on column organization.delegation.ends_at is '终止时刻（不含）；空为长期';
comment on column organization.delegation.is_onward is '代办人也不在岗时，可由其代办人继续代办';
comment on column organization.delegation.matter_type is '事项种类；空为全部';

-- One row: the number changes with every write above, so that each node knows when its picture is old. Taken from a
-- sequence, because a number of a rolled-back transaction must never come again with other contents.
create sequence organization.revision_number;
create table organization.revision (
  is_only boolean primary key default true check (is_only),
  number bigint not null,
  swept_until timestamptz not null
);
insert into organization.revision (number, swept_until) values (nextval('organization.revision_number'), now());
comment on table organization.revision is '人员配置版本号，及到期离岗、代办的扫描时刻';

revoke delete, truncate on organization.unit, organization.unit_name, organization.post, organization.person,
  organization.assignment, organization.absence, organization.delegation from guanwu;
