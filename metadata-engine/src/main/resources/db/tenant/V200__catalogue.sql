-- What a tenant's model is made of, with its history. Written by publications only, under the owner role; the runtime role
-- reads.

-- The components in force.
create table component (
  id bigint primary key,
  kind text not null,
  name text not null,
  -- The name without case: what makes it unique.
  name_key text not null,
  pack text not null,
  -- json, not jsonb: the order of keys is part of the text.
  body json not null,
  -- The version that last changed it.
  changed_in bigint not null,
  unique (kind, name_key)
);

-- Every component at every version that changed it; the newest row up to a version is the component at that version.
create table component_history (
  version bigint not null,
  component_id bigint not null,
  operation text not null check (operation in ('ADD', 'CHANGE', 'REMOVE')),
  kind text not null,
  name text not null,
  pack text not null,
  -- Null once it is removed.
  body json,
  primary key (component_id, version)
);
create index on component_history (version);

create table metadata_version (
  version bigint primary key,
  published_at timestamptz not null default now(),
  author uuid not null,
  author_name text not null,
  reason text not null,
  -- What the publication did: items and statements.
  plan json not null
);

-- The one counter that component ids and physical names are made from: nothing is used twice.
create table catalogue_counter (
  one boolean primary key default true check (one),
  next bigint not null
);
insert into catalogue_counter (next) values (1);

create table physical_table (
  object_id bigint primary key,
  name text not null unique
);

create table physical_column (
  object_id bigint not null,
  name text not null,
  field_key text not null,
  -- The target object's id for a column of a polylookup, 0 for all other fields.
  slot bigint not null,
  type text not null,
  -- The field is gone; the column waits for a field of the same type.
  parked boolean not null,
  primary key (object_id, name)
);

create table installed_pack (
  pack text primary key,
  version text not null,
  manifest json not null,
  -- The version of the tenant that last changed it.
  changed_in bigint not null
);

-- The components as the installed version of the pack defines them: the base of upgrades.
create table pack_component (
  pack text not null,
  kind text not null,
  name_key text not null,
  name text not null,
  body json not null,
  primary key (kind, name_key)
);

-- Indexes to build and keys to validate after the publication that wants them.
create table schema_task (
  table_name text not null,
  name text not null,
  version bigint not null,
  primary key (table_name, name)
);

revoke insert, update, delete, truncate on
  component, component_history, metadata_version, catalogue_counter, physical_table, physical_column, installed_pack,
  pack_component, schema_task
from "${runtime}";
