-- 文告导入: a batch and its rows; every step is kept here, so that a killed process goes on where it stood.
create schema gazetteimport;

create table gazetteimport.batch (
  id bigint generated always as identity primary key,
  command_id text not null unique,
  file_name text not null,
  format text not null check (format in ('JSONL', 'CSV', 'XLSX', 'FILES')),
  unit_id bigint not null,
  unit_path text not null,
  unit_name text not null,
  importer_id bigint not null,
  importer_name text not null,
  state text not null check (state in
    ('MAPPING', 'CHECKING', 'CHECKED', 'IN_REVIEW', 'IMPORTING', 'DONE', 'ROLLING_BACK', 'ROLLED_BACK', 'ABANDONED')),
  is_paused boolean not null default false,
  columns jsonb not null,
  mapping jsonb not null,
  total int not null,
  review_id bigint,
  review_note text not null default '',
  lock_version int not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
comment on table gazetteimport.batch is '导入批次';
comment on column gazetteimport.batch.mapping is '项到列的对应';
create index batch_to_work on gazetteimport.batch (id)
  where state in ('CHECKING', 'IMPORTING', 'ROLLING_BACK') and not is_paused;

create table gazetteimport.row (
  batch_id bigint not null references gazetteimport.batch,
  line int not null,
  state text not null check (state in
    ('NEW', 'READY', 'HELD', 'REJECTED', 'SKIPPED', 'IMPORTED', 'ROLLED_BACK')),
  is_readable boolean not null,
  values jsonb not null,
  problems jsonb not null default '[]',
  natural_key text,
  cleaned_text text,
  publication_id bigint,
  catalogue_number text,
  primary key (batch_id, line)
);
comment on table gazetteimport.row is '导入的行；带密级标志的行不留内容';
comment on column gazetteimport.row.is_readable is '能够读出；读不出和带密级的行没有内容';
comment on column gazetteimport.row.cleaned_text is '审查时清除后的正文';
create index row_by_state on gazetteimport.row (batch_id, state, line);
create index row_by_key on gazetteimport.row (batch_id, natural_key) where natural_key is not null;
