-- 公开前审查: one row per review, its items, findings, item checks and opinions.
create schema secrecyreview;

create table secrecyreview.release_review (
  id bigint generated always as identity primary key,
  subject_type text not null,
  subject_id bigint not null,
  round int not null,
  title text not null,
  url text not null,
  drafter_id bigint not null,
  drafter_name text not null,
  unit_id bigint not null,
  unit_path text not null,
  unit_name text not null,
  status text not null check (status in
    ('FIRST_REVIEW', 'SECOND_REVIEW', 'APPROVAL', 'APPROVED', 'RETURNED', 'ABANDONED')),
  return_reason text not null default '',
  lock_version int not null default 0,
  opened_at timestamptz not null,
  closed_at timestamptz,
  unique (id, drafter_id),
  unique (subject_type, subject_id, round)
);
comment on table secrecyreview.release_review is '公开前审查单';
comment on column secrecyreview.release_review.round is '第几次送审';
create unique index release_review_one_open on secrecyreview.release_review (subject_type, subject_id)
  where status in ('FIRST_REVIEW', 'SECOND_REVIEW', 'APPROVAL');
create index release_review_open on secrecyreview.release_review (status, id desc)
  where status in ('FIRST_REVIEW', 'SECOND_REVIEW', 'APPROVAL');

create table secrecyreview.review_item (
  id bigint generated always as identity primary key,
  review_id bigint not null references secrecyreview.release_review,
  ordinal int not null,
  item_key text not null,
  kind text not null check (kind in ('TEXT', 'FILE', 'METADATA')),
  label text not null,
  body jsonb,
  facts jsonb,
  digest text,
  file_name text,
  media_type text,
  size bigint,
  original_digest text,
  unique (review_id, ordinal),
  unique (review_id, id)
);
comment on table secrecyreview.review_item is '逐项审查的项：正文、每个附件、公开的属性';
comment on column secrecyreview.review_item.original_digest is '送审时的文件；digest 是清除后的文件';

create table secrecyreview.finding (
  id bigint generated always as identity primary key,
  review_id bigint not null,
  item_id bigint not null,
  kind text not null,
  block int not null,
  start_at int not null,
  found text not null,
  decision text check (decision in ('ACCEPTED', 'REMOVED')),
  reason text,
  replacement text,
  decided_by bigint,
  decided_name text,
  decided_at timestamptz,
  foreign key (review_id, item_id) references secrecyreview.review_item (review_id, id),
  constraint decision_has_reason check (
    decision is null or (length(reason) > 0 and decided_by is not null and decided_at is not null))
);
comment on table secrecyreview.finding is '自动检查的发现及其处理';
create index finding_of_review on secrecyreview.finding (review_id, item_id);

create table secrecyreview.item_check (
  item_id bigint not null,
  review_id bigint not null,
  step text not null check (step in ('FIRST_REVIEW', 'SECOND_REVIEW', 'APPROVAL')),
  person_id bigint not null,
  checked_at timestamptz not null,
  primary key (item_id, step),
  foreign key (review_id, item_id) references secrecyreview.review_item (review_id, id)
);
comment on table secrecyreview.item_check is '逐项审查记录：谁在哪一步看过哪一项';

-- 四眼: nobody reviews his own draft, nobody takes two steps of a review.
create table secrecyreview.opinion (
  review_id bigint not null,
  step text not null check (step in ('FIRST_REVIEW', 'SECOND_REVIEW', 'APPROVAL')),
  outcome text not null check (outcome in ('PASSED', 'RETURNED')),
  drafter_id bigint not null,
  person_id bigint not null,
  person_name text not null,
  unit_name text not null,
  opinion text not null,
  given_at timestamptz not null,
  primary key (review_id, step),
  unique (review_id, person_id),
  foreign key (review_id, drafter_id) references secrecyreview.release_review (id, drafter_id),
  constraint reviewer_is_not_drafter check (person_id <> drafter_id)
);
comment on table secrecyreview.opinion is '审查意见，只增不改';
revoke update, delete, truncate on secrecyreview.opinion from guanwu;
revoke update, delete, truncate on secrecyreview.item_check from guanwu;
