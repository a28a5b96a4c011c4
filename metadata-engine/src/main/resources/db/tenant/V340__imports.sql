-- Files that are loaded, what became of their rows, and what they made. A chunk of rows, its progress and its traces are
-- committed together: whoever goes on after a crash begins at `position` and does nothing twice.

create table import_job (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null,
  account_id uuid not null,
  user_name text not null,
  locale text not null,
  state text not null,
  format text,
  encoding text,
  separator text,
  file_bytes bigint not null default 0,
  -- Rows of the file: about, until it was read once.
  total bigint,
  -- ["Order ID", …], and the first rows as lists of texts.
  header jsonb,
  sample jsonb,
  profile jsonb,
  -- Rows of the file that have been dealt with.
  position bigint not null default 0,
  refused bigint not null default 0,
  conflicts bigint not null default 0,
  -- {"<object>": [created, updated, unchanged]}
  counts jsonb not null default '{}',
  started_at timestamptz,
  finished_at timestamptz,
  busy_millis bigint not null default 0,
  -- Who works on it holds the lease; each new holder has a new epoch, and only the last one may write.
  lease_until timestamptz,
  epoch bigint not null default 0,
  attempts integer not null default 0,
  problem jsonb
);
create index on import_job (created_at);
create index on import_job (lease_until) where state in ('checking', 'running', 'pausing', 'cancelling', 'undoing');

-- The file, until it is no longer needed.
create table import_part (
  job_id uuid not null references import_job on delete cascade,
  number integer not null,
  content bytea not null,
  primary key (job_id, number)
);

-- Rows that were refused, or that differ from an earlier row.
create table import_line (
  job_id uuid not null references import_job on delete cascade,
  line bigint not null,
  kind text not null check (kind in ('refused', 'conflict', 'kept')),
  cells jsonb not null,
  notes jsonb not null,
  primary key (job_id, kind, line)
);

-- The records that an import made, changed or found as they should be.
create table import_member (
  job_id uuid not null references import_job on delete cascade,
  record_id uuid not null,
  object_id bigint not null,
  -- The version before the import: 0 for a new record.
  base_version integer not null,
  -- The version that the import left.
  version integer not null,
  primary key (job_id, record_id)
);

-- The last profile for files of the same columns.
create table import_profile (
  signature text primary key,
  profile jsonb not null,
  used_at timestamptz not null
);
