create schema officialdocument;
comment on schema officialdocument is '发文';

create table officialdocument.outgoing_document (
  id bigint generated always as identity primary key,
  command_id uuid not null unique,
  status text not null check (status in ('DRAFT', 'UNDER_WAY', 'RETURNED', 'SIGNED', 'ISSUED', 'VOIDED')),
  type text not null,
  urgency text not null,
  title text not null,
  content jsonb not null,
  digest text not null,
  version integer not null check (version > 0),
  draft_no integer not null check (draft_no > 0),
  is_handed_over boolean not null default false,
  unit_id bigint not null,
  unit_path text not null,
  unit_name text not null,
  authority_id bigint not null,
  authority_name text not null,
  drafter_id bigint not null,
  drafter_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by bigint not null,
  changed_by_name text not null,
  sent_at timestamptz,
  document_date date,
  signatory_id bigint,
  signatory_name text,
  document_number text,
  authority_code text,
  number_year integer,
  number_serial integer,
  issued_at timestamptz,
  void_reason text,
  -- 成文日期 is the day of signature: the two appear and disappear together
  check ((document_date is null) = (signatory_id is null)),
  check (status <> 'SIGNED' or document_date is not null),
  check (status <> 'ISSUED' or (document_number is not null and issued_at is not null)),
  check ((status = 'VOIDED') = (void_reason is not null)),
  unique (authority_code, number_year, number_serial)
);
comment on table officialdocument.outgoing_document is '发文';
comment on column officialdocument.outgoing_document.command_id is '建稿请求编号，重复提交得到同一稿';
comment on column officialdocument.outgoing_document.version is '保存版次，保存时必须相符';
comment on column officialdocument.outgoing_document.draft_no is '第几稿；移交后的第一次修改成为新稿';
comment on column officialdocument.outgoing_document.is_handed_over is '已移交：下一次修改成为新稿';
comment on column officialdocument.outgoing_document.unit_id is '拟稿部门';
comment on column officialdocument.outgoing_document.authority_id is '发文机关';
comment on column officialdocument.outgoing_document.document_date is '成文日期';
comment on column officialdocument.outgoing_document.signatory_id is '签发人';
comment on column officialdocument.outgoing_document.document_number is '发文字号';

create index outgoing_document_register on officialdocument.outgoing_document (changed_at desc, id desc);
create index outgoing_document_unit on officialdocument.outgoing_document (unit_path text_pattern_ops, changed_at desc, id desc);
create index outgoing_document_drafter on officialdocument.outgoing_document (drafter_id, changed_at desc, id desc);
create index outgoing_document_title on officialdocument.outgoing_document (authority_id, title, created_at);

create table officialdocument.document_version (
  document_id bigint not null references officialdocument.outgoing_document,
  version integer not null,
  draft_no integer not null,
  content jsonb not null,
  structured_text jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  is_substantive boolean not null,
  saved_by bigint not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (document_id, version)
);
comment on table officialdocument.document_version is '稿件版本：每次保存一版，只追加';
comment on column officialdocument.document_version.structured_text is '结构化正文';
comment on column officialdocument.document_version.is_substantive is '实质性修改';
revoke update, delete, truncate on officialdocument.document_version from guanwu;

create table officialdocument.document_participant (
  document_id bigint not null references officialdocument.outgoing_document,
  person_id bigint not null,
  joined_at timestamptz not null,
  primary key (document_id, person_id)
);
comment on table officialdocument.document_participant is '知悉人员：有过待办或待阅的人';
create index document_participant_person on officialdocument.document_participant (person_id, document_id);
revoke update, delete, truncate on officialdocument.document_participant from guanwu;

create table officialdocument.document_event (
  id bigint generated always as identity primary key,
  document_id bigint not null references officialdocument.outgoing_document,
  at timestamptz not null,
  person_id bigint,
  person_name text not null,
  act text not null,
  note text not null
);
comment on table officialdocument.document_event is '办理记录';
create index document_event_document on officialdocument.document_event (document_id, id desc);
revoke update, delete, truncate on officialdocument.document_event from guanwu;

create table officialdocument.disclosure_review (
  document_id bigint not null references officialdocument.outgoing_document,
  reviewer_id bigint not null,
  reviewer_name text not null,
  disclosure_key text not null,
  at timestamptz not null,
  primary key (document_id, reviewer_id, disclosure_key)
);
comment on table officialdocument.disclosure_review is '政务公开机构对公开属性的审查';
comment on column officialdocument.disclosure_review.disclosure_key is '所审查的属性、依据和说明；改动后须重新审查';
revoke update, delete, truncate on officialdocument.disclosure_review from guanwu;
