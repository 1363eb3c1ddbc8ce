-- for the notices of step limits
create index due_step on routing.route_step (due_at) where status = 'ACTIVE' and due_at is not null;
