create schema audit;

create table audit.ledger_entry (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  actor_id bigint,
  actor_name text not null,
  principal_id bigint,
  unit_id bigint,
  unit_name text not null,
  act text not null check (act <> ''),
  object_type text not null,
  object_id bigint not null,
  before_digest text check (before_digest ~ '^[0-9a-f]{64}$'),
  after_digest text check (after_digest ~ '^[0-9a-f]{64}$'),
  address text not null,
  details jsonb not null,
  previous_hash text not null unique check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);
comment on table audit.ledger_entry is '审计账记录：只追加，逐条以 SM3 相连';
comment on column audit.ledger_entry.principal_id is '被代理人；本人办理时与办理人相同';
comment on column audit.ledger_entry.previous_hash is '上一条摘要；首条为六十四个零';
comment on column audit.ledger_entry.hash is '本条摘要，算法见 docs/ledger-format.md';

create index ledger_entry_at on audit.ledger_entry (at);
create index ledger_entry_actor on audit.ledger_entry (actor_name, seq);
create index ledger_entry_act on audit.ledger_entry (act, seq);
create index ledger_entry_object on audit.ledger_entry (object_type, object_id, seq);

-- The lock first, then a new statement with a new snapshot: a single query would read the head as it was before the wait.
create function audit.lock_ledger_head() returns table (seq bigint, hash text) language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7142010903);
  return query select e.seq, e.hash from audit.ledger_entry e order by e.seq desc limit 1;
end $$;

create function audit.continue_ledger() returns trigger language plpgsql as $$
declare
  head record;
begin
  select e.seq, e.hash into head from audit.ledger_entry e order by e.seq desc limit 1;
  if new.seq <> coalesce(head.seq, 0) + 1 or new.previous_hash <> coalesce(head.hash, repeat('0', 64)) then
    raise exception 'entry % does not continue the ledger', new.seq using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger continue_ledger before insert on audit.ledger_entry
  for each row execute function audit.continue_ledger();

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger can only be appended to' using errcode = 'restrict_violation';
end $$;
create trigger refuse_change before update or delete or truncate on audit.ledger_entry
  for each statement execute function audit.refuse_change();

revoke update, delete, truncate on audit.ledger_entry from guanwu;
