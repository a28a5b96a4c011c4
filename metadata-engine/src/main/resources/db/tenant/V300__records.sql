-- What is kept beside the records, in the schema of a tenant. Objects are named by the catalogue's ids and fields by
-- their (first) column, so that renaming touches nothing here.

-- Every change of every record. A change and its row are written by one statement.
create table record_history (
  object_id bigint not null,
  record_id uuid not null,
  -- The record's version after the change.
  version integer not null,
  at timestamptz not null,
  by_user uuid not null,
  operation text not null check (operation in ('create', 'update', 'delete', 'clear')),
  -- {"<column of the field>": [before, after]}; a reference is {"<column>": "<id>"}.
  changes jsonb not null,
  primary key (record_id, version)
);

-- Deleted records. One deletion takes what belongs to the record along: they share a group.
create table record_bin (
  record_id uuid primary key,
  object_id bigint not null,
  cascade_group uuid not null,
  -- True for the record that somebody deleted, false for what went with it.
  root boolean not null,
  name text,
  -- The row by physical column names.
  columns jsonb not null,
  deleted_at timestamptz not null,
  deleted_by uuid not null
);
create index on record_bin (cascade_group);
create index on record_bin (object_id, deleted_at);

-- The last number given for a field of type autonumber in a period (the date part of its pattern; '' when it has none).
create table record_counter (
  object_id bigint not null,
  field_column text not null,
  period text not null,
  last bigint not null,
  primary key (object_id, field_column, period)
);

-- What cursors of lists are signed with: one row.
create table record_secret (
  one boolean primary key default true check (one),
  secret text not null
);
insert into record_secret (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);
revoke insert, update, delete, truncate on record_secret from ${runtime};
revoke update, delete, truncate on record_history from ${runtime};
