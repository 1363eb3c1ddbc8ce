-- 检索: what can be found, and how far the index has followed.
create schema search;

create table search.search_entry (
  id bigint generated always as identity primary key,
  key text not null unique,
  kind text not null,
  url text not null,
  title text not null,
  number text,
  catalogue_number text,
  body text not null,
  unit_id bigint not null,
  unit_name text not null,
  topic text,
  type text,
  document_date date,
  published_on date,
  validity text,
  readers text[] not null,
  removed boolean not null default false,
  revision bigint not null default 1,
  indexed_revision bigint not null default 0
);
comment on table search.search_entry is '检索条目';
comment on column search.search_entry.key is '条目键：类型和编号';
comment on column search.search_entry.number is '发文字号，按原样';
comment on column search.search_entry.catalogue_number is '索引号';
comment on column search.search_entry.readers is '谁可以找到：public、unit:路径、person:编号';
comment on column search.search_entry.removed is '已撤下，等待从索引删除；在任何结果中立即消失';
comment on column search.search_entry.revision is '每次写入加一';
comment on column search.search_entry.indexed_revision is '索引已跟到的修订；小于 revision 即待写索引，进程被杀后由此补写';

create index search_entry_dirty on search.search_entry (id) where indexed_revision < revision;
create index search_entry_unit on search.search_entry (unit_id);
