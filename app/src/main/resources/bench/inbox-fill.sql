-- Fills one person's inbox for measurements: replace :person and :count and run it as the product's role. No ANALYZE is needed.
-- 1,000,000 rows take under a minute. Keys begin with 'bench:', so that
--   delete from worklist.pending_task where task_key like 'bench:%'
-- takes them away again; counters follow in both directions by themselves.
-- Due dates spread over 90 days around today, 2 in 10 without one; 1 in 10 urgent, 1 in 50 most urgent; 1 in 12 held
-- for another person (person id + 1).
insert into worklist.pending_task (task_key, matter_type, matter_id, person_id, principal_id, kind_label, title,
  matter_label, url, urgency, due_on, sender_id, sender_name, created_at, seen_at)
select 'bench:' || :person || ':' || n, 'outgoing-document', 900000000 + n, :person,
  case when n % 12 = 0 then :person + 1 else :person end,
  (array['核稿', '会签', '签发', '复核', '拟办', '保密审查'])[1 + (n / 90) % 6],
  '关于第' || n || '批进口货物口岸查验监管有关事项的通知', '发文·通知，未编号',
  '/office/outgoing-documents/' || (900000000 + n),
  case when n % 50 = 0 then 2 when n % 10 = 0 then 1 else 0 end,
  case when n % 5 = 0 then null else current_date + ((n::bigint * 7919) % 90)::int - 10 end,
  null, '王某', now() - make_interval(mins => (n % 100000)::int),
  case when n % 3 = 0 then now() end
from generate_series(1, :count) n;
