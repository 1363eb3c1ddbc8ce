-- Accounts, roles, grants, sign-in.
create schema identity;
comment on schema identity is '身份与权限';

create table identity.account (
  id bigint generated always as identity primary key,
  name text not null check (name = lower(name) and name <> ''),
  display_name text not null check (display_name <> ''),
  person_id bigint unique,
  external_id text unique,
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'DISABLED')),
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean not null default false,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  opened_at timestamptz not null,
  last_signed_in_at timestamptz,
  version bigint not null default 0,
  unique (name)
);
comment on table identity.account is '账号';
comment on column identity.account.person_id is '人员；首次安装的三员尚无人员时为空';
comment on column identity.account.external_id is '统一身份认证（OIDC、LDAP）中的标识';
comment on column identity.account.totp_secret is '动态口令密钥，加密存放';
comment on column identity.account.totp_last_step is '最近用过的动态口令时间步，防重放';

create table identity.password_history (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  password_hash text not null,
  set_at timestamptz not null
);
create index password_history_account on identity.password_history (account_id, id desc);
comment on table identity.password_history is '历次口令摘要，用于禁止重复使用';

create table identity.recovery_code (
  account_id bigint not null references identity.account,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table identity.recovery_code is '动态口令备用码';

create table identity.sign_in_failure (
  subject text primary key,
  failures int not null,
  last_failed_at timestamptz not null,
  locked_until timestamptz
);
comment on table identity.sign_in_failure is '登录失败计数：按账号名（不论是否存在）和按来源地址';

-- The permissions and their groups, as in the enum Permission; a test keeps the two equal.
create table identity.permission (
  code text primary key,
  permission_group text not null check (permission_group in ('BUSINESS', 'ADMINISTRATION')),
  unique (code, permission_group)
);
comment on table identity.permission is '权限';

create table identity.role (
  code text primary key,
  role_group text not null check (role_group in ('BUSINESS', 'ADMINISTRATION')),
  name text not null unique,
  description text not null,
  position int not null,
  unique (code, role_group)
);
comment on table identity.role is '角色';

-- The two foreign keys share role_group: a role cannot mix business and administration, whatever the product does.
create table identity.role_permission (
  role_code text not null,
  role_group text not null,
  permission text not null,
  primary key (role_code, permission),
  foreign key (role_code, role_group) references identity.role (code, role_group),
  foreign key (permission, role_group) references identity.permission (code, permission_group)
);
comment on table identity.role_permission is '角色的权限';

create table identity.role_grant (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  role_code text not null,
  role_group text not null,
  unit_id bigint,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  reason text not null default '',
  granted_by text not null,
  granted_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  foreign key (role_code, role_group) references identity.role (code, role_group),
  check (role_group = 'ADMINISTRATION' or unit_id is not null)
);
create index role_grant_account on identity.role_grant (account_id) where revoked_at is null;
create index role_grant_role on identity.role_grant (role_code) where revoked_at is null;
comment on table identity.role_grant is '授权：某账号在某单位及其下属范围内具有某角色';
comment on column identity.role_grant.unit_id is '范围单位；空为全系统，仅管理角色可为空';
comment on column identity.role_grant.valid_until is '最后有效日（含）';

-- GB/T 22239-2019 8.1.5: 系统管理、审计管理、安全管理三员分立，且不兼业务权限。 A trigger and not an exclusion
-- constraint, because that would need the extension btree_gist, which compatible databases do not have. The row lock
-- on the account makes two concurrent grants see each other.
create function identity.refuse_conflicting_grant() returns trigger language plpgsql as $$
begin
  perform 1 from identity.account where id = new.account_id for update;
  if new.revoked_at is null and exists (
      select 1 from identity.role_grant g
       where g.account_id = new.account_id and g.id <> new.id and g.revoked_at is null
         and daterange(g.valid_from, g.valid_until, '[]') && daterange(new.valid_from, new.valid_until, '[]')
         and (g.role_group <> new.role_group
              or (new.role_group = 'ADMINISTRATION' and g.role_code <> new.role_code))) then
    raise exception 'administrators exclude each other and business roles'
      using errcode = '23P01', constraint = 'role_grant_exclusive', schema = 'identity', table = 'role_grant';
  end if;
  return new;
end $$;
create trigger role_grant_exclusive before insert or update on identity.role_grant
  for each row execute function identity.refuse_conflicting_grant();

create table identity.api_token (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  label text not null,
  token_hash text not null unique,
  scopes text not null,
  is_second_factor boolean not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz
);
create index api_token_account on identity.api_token (account_id);
comment on table identity.api_token is '接口令牌，只存摘要';
comment on column identity.api_token.scopes is '权限代码，逗号分隔；星号为账号现有的全部业务权限';
comment on column identity.api_token.is_second_factor is '签发时的会话是否经过第二因素；否则管理权限不随令牌生效';

create table identity.demo_door (
  account_name text primary key,
  section text not null,
  label text not null,
  hint text not null,
  position int not null
);
comment on table identity.demo_door is '演示登录页上的角色按钮；仅演示模式读取';

-- Spring Session JDBC; names of columns are its own.
create table identity.web_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index web_session_expiry on identity.web_session (expiry_time);
create index web_session_principal on identity.web_session (principal_name);
comment on table identity.web_session is '登录会话';

create table identity.web_session_attributes (
  session_primary_id char(36) not null references identity.web_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
comment on table identity.web_session_attributes is '会话属性';

revoke delete, truncate on identity.account, identity.role_grant, identity.password_history from guanwu;
revoke insert, update, delete, truncate on identity.permission from guanwu;
revoke update, truncate on identity.password_history from guanwu;
