-- What is being edited on screen; published revisions are rows of route_template and never change.
create table routing.route_template_draft (
  code text collate "C" primary key check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  unit_id bigint not null,
  unit_path text collate "C" not null,
  body json not null,
  version int not null,
  edited_by bigint not null,
  edited_by_name text not null,
  edited_at timestamptz not null
);
comment on table routing.route_template_draft is '流程模板草稿';
