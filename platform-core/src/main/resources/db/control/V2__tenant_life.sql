-- The life of a tenant: made as a copy, suspended, deleted; and the long works that do it.

-- COPYING: being filled, seen by nobody. DELETING: on its way out, seen by nobody.
alter table huozi.tenant drop constraint tenant_state_check;
alter table huozi.tenant add constraint tenant_state_check
  check (state in ('CREATING', 'ACTIVE', 'SUSPENDED', 'COPYING', 'DELETING'));

-- A sandbox knows the tenant it is a copy of.
alter table huozi.tenant add column origin text constraint tenant_origin references huozi.tenant (code);
create index on huozi.tenant (origin) where origin is not null;
-- The metadata version that a copy began with.
alter table huozi.tenant add column copied_version bigint;

-- Whatever the control plane keeps of a tenant goes with it.
alter table huozi.tenant_metadata drop constraint tenant_metadata_tenant_id_fkey,
  add constraint tenant_metadata_tenant_id_fkey foreign key (tenant_id) references huozi.tenant on delete cascade;
alter table huozi.tenant_pack drop constraint tenant_pack_tenant_id_fkey,
  add constraint tenant_pack_tenant_id_fkey foreign key (tenant_id) references huozi.tenant on delete cascade;
alter table huozi.account drop constraint account_tenant_id_fkey,
  add constraint account_tenant_id_fkey foreign key (tenant_id) references huozi.tenant on delete cascade;
alter table huozi.login_attempt drop constraint login_attempt_tenant_id_fkey,
  add constraint login_attempt_tenant_id_fkey foreign key (tenant_id) references huozi.tenant on delete cascade;

create table huozi.tenant_job (
  id uuid primary key,
  kind text not null check (kind in ('DUMP', 'RESTORE', 'SANDBOX', 'DELETE')),
  -- The tenant that is dumped, made or deleted.
  code text not null,
  -- The tenant that asked for a sandbox; null for the operator.
  origin text,
  state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  step text not null,
  percent integer not null default 0,
  rows_done bigint not null default 0,
  rows_total bigint not null default 0,
  started_at timestamptz not null default now(),
  -- A job that has not been heard of for long is dead.
  heartbeat_at timestamptz not null default now(),
  ended_at timestamptz,
  -- The error's code and parameters.
  problem jsonb
);
create unique index tenant_job_running on huozi.tenant_job (code) where state = 'RUNNING';
create index on huozi.tenant_job (origin, started_at);
create index on huozi.tenant_job (started_at);

-- As before, and the tenant's origin.
drop function huozi.open_session(text);
create function huozi.open_session(token_hash text)
  returns table (
    session_id uuid, kind text, csrf_token text, expires_at timestamptz,
    account_id uuid, user_id uuid, user_name text, display_name text, role text, account_locale text,
    metadata_version bigint,
    tenant_id bigint, code text, name text, zone text, currency text, sort_collation text, locale text,
    schema_version text, origin text)
  language plpgsql volatile strict security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    select s.id, s.kind, s.csrf_token, least(s.expires_at, now() + s.idle_limit),
      a.id, a.user_id, a.user_name, a.display_name, a.role, a.locale,
      m.version,
      t.id, t.code, t.name, t.zone, t.currency, t.sort_collation, t.locale, t.schema_version, t.origin
    from huozi.login_session s
      join huozi.account a on a.id = s.account_id
      join huozi.tenant t on t.id = a.tenant_id
      join huozi.tenant_metadata m on m.tenant_id = t.id
    where s.token_hash = open_session.token_hash
      and s.expires_at > now() and s.used_at + s.idle_limit > now()
      and s.credentials_version = a.credentials_version
      and a.active and t.state = 'ACTIVE';
  if found then
    -- Once a minute is exact enough for hours of idleness.
    update huozi.login_session s set used_at = now()
    where s.token_hash = open_session.token_hash and s.used_at < now() - interval '1 minute';
  end if;
end $$;
revoke all on function huozi.open_session(text) from public;
