-- The control plane: what must be known before a tenant is. Runtime and owner roles of tenants see none of these tables;
-- they may call the functions at the end.

create table huozi.installation (
  one boolean primary key default true check (one),
  -- Stands in the names of roles, which belong to the whole server: several installations may share one.
  code text not null
);
insert into huozi.installation (code) values (substr(md5(gen_random_uuid()::text), 1, 8));

create sequence huozi.tenant_id as bigint;

create table huozi.tenant (
  id bigint primary key,
  code text not null,
  name text not null,
  zone text not null,
  currency text not null,
  sort_collation text not null check (sort_collation in ('ZH', 'UND')),
  locale text not null,
  state text not null check (state in ('CREATING', 'ACTIVE', 'SUSPENDED')),
  -- The newest migration that its schema has.
  schema_version text,
  created_at timestamptz not null default now(),
  constraint tenant_code unique (code)
);

create table huozi.tenant_metadata (
  tenant_id bigint primary key references huozi.tenant,
  version bigint not null default 0
);

create table huozi.tenant_pack (
  tenant_id bigint not null references huozi.tenant,
  pack text not null,
  version text not null,
  applied_at timestamptz not null default now(),
  primary key (tenant_id, pack)
);

-- User names are one when they look alike: without case, full width like half width.
create function huozi.user_key(user_name text) returns text
  language sql immutable strict parallel safe
  return lower(normalize(user_name, nfkc) collate "und-x-icu");

create table huozi.account (
  id uuid primary key,
  tenant_id bigint not null references huozi.tenant,
  user_id uuid not null,
  user_name text not null,
  user_key text not null generated always as (huozi.user_key(user_name)) stored,
  display_name text not null,
  role text not null check (role in ('ADMIN', 'USER')),
  active boolean not null,
  locale text,
  password_hash text not null,
  -- Counts new passwords: sessions of an earlier one are dead.
  credentials_version integer not null,
  created_at timestamptz not null default now(),
  constraint account_user_name unique (tenant_id, user_key)
);

create table huozi.login_session (
  token_hash text primary key,
  id uuid not null unique,
  account_id uuid not null references huozi.account on delete cascade,
  kind text not null check (kind in ('LOGIN', 'TOKEN')),
  name text not null,
  csrf_token text not null,
  credentials_version integer not null,
  started_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  idle_limit interval not null,
  expires_at timestamptz not null
);
create index on huozi.login_session (account_id);
create index on huozi.login_session (expires_at);

-- Tries to log in within the current window, counted before the password is looked at.
create table huozi.login_attempt (
  tenant_id bigint not null references huozi.tenant,
  user_key text not null,
  attempts integer not null,
  window_ends_at timestamptz not null,
  primary key (tenant_id, user_key)
);
create index on huozi.login_attempt (window_ends_at);

-- What a session token opens right now: one row, or none. Every request begins with it, so that suspension, a changed
-- role and new metadata count on the next request on every node.
create function huozi.open_session(token_hash text)
  returns table (
    session_id uuid, kind text, csrf_token text, expires_at timestamptz,
    account_id uuid, user_id uuid, user_name text, display_name text, role text, account_locale text,
    metadata_version bigint,
    tenant_id bigint, code text, name text, zone text, currency text, sort_collation text, locale text,
    schema_version text)
  language plpgsql volatile strict security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    select s.id, s.kind, s.csrf_token, least(s.expires_at, now() + s.idle_limit),
      a.id, a.user_id, a.user_name, a.display_name, a.role, a.locale,
      m.version,
      t.id, t.code, t.name, t.zone, t.currency, t.sort_collation, t.locale, t.schema_version
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

-- The roles of a tenant are named after it (TenantRoles.java).
create function huozi.tenant_role(tenant_id bigint, suffix text) returns text
  language sql stable strict security definer set search_path = ''
  return (select 't_' || tenant_id || '_' || code || suffix from huozi.installation);

-- The tenant's metadata version, for its own roles and for the platform.
create function huozi.metadata_version(tenant_id bigint) returns bigint
  language sql stable strict security definer set search_path = ''
  return (
    select m.version from huozi.tenant_metadata m
    where m.tenant_id = metadata_version.tenant_id
      and current_setting('role') in (
        'none', huozi.tenant_role(m.tenant_id, ''), huozi.tenant_role(m.tenant_id, '_owner')));

-- The next metadata version, if the current one is the expected one, else null. For the tenant's owner role only. Holds
-- the row until the transaction ends, so that two deployments follow each other; tells the other nodes at commit.
create function huozi.advance_metadata_version(tenant_id bigint, expected bigint) returns bigint
  language plpgsql volatile strict security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  advanced bigint;
begin
  if current_setting('role') <> huozi.tenant_role(advance_metadata_version.tenant_id, '_owner') then
    raise insufficient_privilege using message = 'Only the tenant''s owner role may advance its metadata version.';
  end if;
  update huozi.tenant_metadata m set version = m.version + 1
    where m.tenant_id = advance_metadata_version.tenant_id and m.version = advance_metadata_version.expected
    returning m.version into advanced;
  if advanced is not null then
    perform pg_notify('huozi_metadata', advance_metadata_version.tenant_id || ':' || advanced);
  end if;
  return advanced;
end $$;

revoke all on all functions in schema huozi from public;
