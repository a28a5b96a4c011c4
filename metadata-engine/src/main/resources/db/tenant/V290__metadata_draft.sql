-- What an administrator prepares in the designer and has not published yet: one draft for each account.
create table metadata_draft (
  account_id uuid primary key,
  draft jsonb not null,
  updated_at timestamptz not null default now()
);
