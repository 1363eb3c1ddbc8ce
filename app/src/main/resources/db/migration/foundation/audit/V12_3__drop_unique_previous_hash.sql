-- The trigger lets an entry only follow the head, and the primary key lets only one do so: a unique index over random
-- digests proves nothing more, and is the one index that never stays in memory.
alter table audit.ledger_entry drop constraint ledger_entry_previous_hash_key;
