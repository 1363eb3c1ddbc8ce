create schema filestore;

create table filestore.stored_file (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size bigint not null check (size > 0),
  file_name text not null,
  stored_at timestamptz not null
);
comment on table filestore.stored_file is '文件库：内容即地址，存入后不变';
comment on column filestore.stored_file.digest is '内容的 SHA-256，即 files 目录下的路径';
comment on column filestore.stored_file.file_name is '首次存入时的文件名';

revoke update, delete, truncate on filestore.stored_file from guanwu;
