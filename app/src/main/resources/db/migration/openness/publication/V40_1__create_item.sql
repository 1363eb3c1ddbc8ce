-- 公开信息: every item that is to be, is, or was published.
create schema publication;

create table publication.topic (
  code text primary key,
  label text not null,
  ordinal int not null
);
comment on table publication.topic is '主题分类';

create table publication.item_type (
  code text primary key,
  label text not null,
  ordinal int not null
);
comment on table publication.item_type is '体裁（文种）分类';

create table publication.section (
  code text primary key,
  label text not null,
  parent_code text references publication.section,
  description text not null,
  ordinal int not null
);
comment on table publication.section is '门户栏目';

create table publication.catalogue_counter (
  authority_code text not null check (length(authority_code) = 9),
  year int not null check (year between 1949 and 9999),
  last_serial int not null check (last_serial between 1 and 99999),
  primary key (authority_code, year)
);
comment on table publication.catalogue_counter is '索引号流水：机构代码加年份，逐一递增，不跳号';

create table publication.item (
  id bigint generated always as identity primary key,
  source text not null check (source in ('OFFICIAL_DOCUMENT', 'MANUAL', 'HISTORICAL')),
  source_key text unique,
  status text not null check (status in ('TO_PUBLISH', 'PUBLISHED', 'WITHDRAWN', 'DISCARDED')),
  catalogue_number text unique check (length(catalogue_number) = 20),
  unit_id bigint not null,
  unit_path text not null,
  unit_name text not null,
  authority_code text not null,
  issuing_authority text not null,
  topic text not null references publication.topic,
  type text not null references publication.item_type,
  section text not null references publication.section,
  title text not null,
  document_number text,
  number_key text,
  document_date date not null,
  document_year int not null generated always as (extract(year from document_date)::int) stored,
  published_on date,
  effective_on date,
  repealed_on date,
  partly_repealed_on date,
  validity text not null check (validity in ('IN_FORCE', 'PARTLY_IN_FORCE', 'NOT_YET_IN_FORCE', 'REPEALED')),
  next_change_on date,
  summary text not null,
  source_note text,
  current_version int not null default 0,
  draft_version int,
  due_on date,
  withdrawn_on date,
  withdrawn_reason text,
  drafter_id bigint,
  drafter_name text not null,
  lock_version int not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint published_has_number check (
    status not in ('PUBLISHED', 'WITHDRAWN') or (catalogue_number is not null and published_on is not null)),
  constraint withdrawn_says_why check (
    status <> 'WITHDRAWN' or (withdrawn_on is not null and length(withdrawn_reason) > 0))
);
comment on table publication.item is '公开信息条目';
comment on column publication.item.source_key is '自然键：同一来源只产生一条';
comment on column publication.item.catalogue_number is '索引号，一经分配不再改变';
comment on column publication.item.issuing_authority is '发文机关';
comment on column publication.item.number_key is '发文字号的规范写法，用于查重';
comment on column publication.item.document_date is '成文日期';
comment on column publication.item.published_on is '发布日期';
comment on column publication.item.effective_on is '施行日期';
comment on column publication.item.validity is '有效性';
comment on column publication.item.next_change_on is '有效性下一次随日期变化的日子';
comment on column publication.item.withdrawn_reason is '撤下说明，向公众显示';

create index item_newest on publication.item (published_on desc, id desc) where status = 'PUBLISHED';
create index item_newest_by_unit on publication.item (unit_id, published_on desc, id desc) where status = 'PUBLISHED';
create index item_newest_by_topic on publication.item (topic, published_on desc, id desc) where status = 'PUBLISHED';
create index item_newest_by_type on publication.item (type, published_on desc, id desc) where status = 'PUBLISHED';
create index item_newest_by_section on publication.item (section, published_on desc, id desc) where status = 'PUBLISHED';
create index item_newest_by_year on publication.item (document_year, published_on desc, id desc) where status = 'PUBLISHED';
create index item_newest_by_validity on publication.item (validity, published_on desc, id desc)
  where status = 'PUBLISHED' and validity <> 'IN_FORCE';
create index item_public_by_id on publication.item (id) where status = 'PUBLISHED';
create index item_next_change on publication.item (next_change_on) where next_change_on is not null;
create index item_work on publication.item (status, id desc) where status in ('TO_PUBLISH', 'WITHDRAWN') or draft_version is not null;
create index item_by_number on publication.item (number_key) where number_key is not null;

create table publication.version (
  item_id bigint not null references publication.item,
  version int not null check (version >= 1),
  state text not null check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'DISCARDED')),
  title text not null,
  document_number text,
  body jsonb not null,
  body_html text not null,
  plain_text text not null,
  headings jsonb not null,
  summary text not null,
  public_note text,
  review_id bigint,
  drafter_id bigint,
  drafter_name text not null,
  saved_at timestamptz not null,
  primary key (item_id, version)
);
comment on table publication.version is '版本：每次更正一版，旧版不改';
comment on column publication.version.public_note is '更正说明，向公众显示';
comment on column publication.version.review_id is '公开前审查单';

create table publication.attachment (
  item_id bigint not null,
  version int not null,
  ordinal int not null,
  digest text not null,
  file_name text not null,
  media_type text not null,
  size bigint not null,
  primary key (item_id, version, ordinal),
  foreign key (item_id, version) references publication.version
);
comment on table publication.attachment is '附件';

create table publication.note (
  item_id bigint not null references publication.item,
  ordinal int not null,
  version int not null,
  noted_on date not null,
  text text not null,
  primary key (item_id, ordinal)
);
comment on table publication.note is '更正和变动说明，向公众显示';

create table publication.relation (
  item_id bigint not null references publication.item,
  kind text not null check (kind in ('REPEALS', 'REPEALED_BY', 'AMENDS', 'AMENDED_BY', 'EXPLAINS', 'EXPLAINED_BY')),
  other_id bigint not null references publication.item,
  noted_on date not null,
  primary key (item_id, kind, other_id),
  check (item_id <> other_id)
);
comment on table publication.relation is '条目之间的关系，双向各一行';
