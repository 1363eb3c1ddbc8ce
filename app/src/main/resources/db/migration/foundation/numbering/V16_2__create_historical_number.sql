-- Numbers of documents that were issued before this system counted, or by another one. They never touch a counter.
create table numbering.historical_number (
  authority_code text not null,
  year int not null,
  serial int not null check (serial >= 1),
  matter_type text not null,
  matter_id bigint not null,
  entered_by bigint not null,
  entered_at timestamptz not null,
  primary key (authority_code, year, serial)
);
comment on table numbering.historical_number is '历史文号：本系统启用前或由其他系统编发；只增不改';
create index historical_number_matter on numbering.historical_number (matter_type, matter_id);
revoke update, delete, truncate on numbering.historical_number from guanwu;

create index assigned_number_newest on numbering.assigned_number (assigned_at, authority_code, serial);
create index assigned_number_code on numbering.assigned_number (authority_code, assigned_at, serial);
