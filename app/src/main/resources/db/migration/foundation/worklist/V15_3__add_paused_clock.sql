alter table worklist.pending_task add column is_paused boolean not null default false;
comment on column worklist.pending_task.is_paused is '法定期限暂停计时：暂无到期日，恢复后重新列出';
