-- The platform's own tables in the schema of a tenant. Run under the tenant's owner role; new tables are open to the
-- runtime role for rows, not for changes of structure (default privileges).

-- Work to be done after commit, written in the transaction that causes it.
create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  -- Events of one subject are handed on in order.
  subject text not null,
  body jsonb not null,
  created_at timestamptz not null default now()
);

-- Answers to unsafe requests, so that a repeated request has its effect once. The row is written in the transaction of
-- the request: a second one waits for it at the key.
create table idempotency_key (
  account_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  headers jsonb not null,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index on idempotency_key (created_at);
