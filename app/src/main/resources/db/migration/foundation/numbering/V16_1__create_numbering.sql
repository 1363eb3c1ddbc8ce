create schema numbering;
comment on schema numbering is '文号';

create table numbering.number_rule (
  id bigint generated always as identity primary key,
  authority_code text not null unique,
  unit_id bigint not null,
  document_types text[] not null,
  layout text not null,
  is_yearly boolean not null,
  first_serial int not null check (first_serial >= 1),
  start_note text not null,
  is_open boolean not null,
  effective_from int not null,
  effective_to int check (effective_to >= effective_from),
  version bigint not null default 0
);
comment on table numbering.number_rule is '编号规则';
comment on column numbering.number_rule.authority_code is '机关代字';
comment on column numbering.number_rule.document_types is '适用文种；空表示全部';
comment on column numbering.number_rule.is_yearly is '按年重新编号';
comment on column numbering.number_rule.first_serial is '启用时的首号';
comment on column numbering.number_rule.start_note is '首号不为 1 的缘由';
create index number_rule_unit on numbering.number_rule (unit_id);

-- counted_year is 0 for a code whose serials run on over the years (令).
create table numbering.number_counter (
  authority_code text not null,
  counted_year int not null,
  first_serial int not null,
  last_serial int not null check (last_serial >= first_serial - 1),
  primary key (authority_code, counted_year)
);
comment on table numbering.number_counter is '编号计数';

create table numbering.assigned_number (
  authority_code text not null,
  counted_year int not null,
  serial int not null check (serial >= 1),
  year int not null,
  matter_type text not null,
  matter_id bigint not null,
  assigned_at timestamptz not null,
  primary key (authority_code, counted_year, serial),
  unique (matter_type, matter_id),
  unique (authority_code, year, serial)
);
comment on table numbering.assigned_number is '已编文号；只增不改';
revoke update, delete, truncate on numbering.assigned_number from guanwu;

create table numbering.void_number (
  authority_code text not null,
  year int not null,
  serial int not null,
  reason text not null check (reason <> ''),
  voided_by bigint not null,
  voided_by_name text not null,
  approver_name text not null,
  voided_at timestamptz not null,
  primary key (authority_code, year, serial),
  foreign key (authority_code, year, serial) references numbering.assigned_number (authority_code, year, serial)
);
comment on table numbering.void_number is '作废文号登记；只增不改';
revoke update, delete, truncate on numbering.void_number from guanwu;
