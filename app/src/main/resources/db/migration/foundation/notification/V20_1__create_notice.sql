create schema notification;

create table notification.mail_address (
  person_id bigint primary key,
  address text not null check (address <> ''),
  is_enabled boolean not null,
  version bigint not null default 0,
  updated_at timestamptz not null
);
comment on table notification.mail_address is '本人选择接收提醒的邮箱';

create table notification.mail (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  kind text not null,
  address text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'GAVE_UP', 'NOT_CONFIGURED')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  last_failure text
);
comment on table notification.mail is '发件箱：由若干通知合并成的一封邮件及其送达状态';
comment on column notification.mail.next_attempt_at is '下次尝试的时间；SENDING 时为认领的期限';
create index mail_due on notification.mail (next_attempt_at) where state in ('PENDING', 'SENDING', 'FAILED');
create index mail_person on notification.mail (person_id, created_at);
create index mail_state on notification.mail (state, id);

create table notification.notice (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  kind text not null,
  subject text not null,
  link text not null,
  dedup_key text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  is_mail_wanted boolean not null,
  mail_id bigint references notification.mail,
  unique (person_id, dedup_key)
);
comment on table notification.notice is '通知';
comment on column notification.notice.dedup_key is '同一人同一键只通知一次';
create index notice_person on notification.notice (person_id, id desc);
create index notice_unread on notification.notice (person_id) where read_at is null;
create index notice_to_mail on notification.notice (person_id, kind, created_at) where is_mail_wanted and mail_id is null and read_at is null;
create index notice_mail on notification.notice (mail_id) where mail_id is not null;
