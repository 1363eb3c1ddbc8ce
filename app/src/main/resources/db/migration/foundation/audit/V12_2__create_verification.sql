create table audit.verification (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  head_seq bigint not null,
  head_hash text not null,
  entries bigint not null,
  backwards bigint not null,
  duration_ms bigint not null,
  broken_seq bigint,
  broken_kind text,
  expected text,
  found text
);
comment on table audit.verification is '审计账核验记录：何时核到哪一条，结果如何';
comment on column audit.verification.head_hash is '核验时的末条摘要；以后的核验须仍含此条';
create index verification_intact on audit.verification (head_seq desc) where broken_seq is null;

revoke update, delete, truncate on audit.verification from guanwu;

-- A 文号 or any other fact of an act is found by its exact value.
create index ledger_entry_facts on audit.ledger_entry
  using gin (jsonb_path_query_array(details, '$.*') jsonb_path_ops);

-- Within dates the list is read in the order of (at, seq).
drop index audit.ledger_entry_at;
create index ledger_entry_at on audit.ledger_entry (at, seq);
