-- What rolling back needs beside the components: packs and physical names at every version.

alter table metadata_version
  -- The pack that was published, null for changes of the tenant itself.
  add column pack text,
  add column pack_version text;

-- The newest row of a pack up to a version is the pack at that version.
create table pack_history (
  version bigint not null,
  pack text not null,
  -- Null once it is uninstalled, as are the others.
  pack_version text,
  manifest json,
  -- [{"kind", "name", "body"}]
  components json,
  params json,
  digest text,
  primary key (pack, version)
);
create index on pack_history (version);

-- The newest row of an object up to a version are its physical names at that version.
create table physical_history (
  version bigint not null,
  object_id bigint not null,
  -- {"name", "parked", "columns": [{"field", "slot", "name", "type", "parked"}]}; null once the table is gone.
  body json,
  primary key (object_id, version)
);
create index on physical_history (version);

-- The object is gone; its table waits for a return to a version that has it.
alter table physical_table add column parked boolean not null default false;

-- Why a step could not be done, until it can.
alter table schema_task
  add column attempts integer not null default 0,
  add column failure text;

-- What was there before histories were kept counts as having been there always.
insert into pack_history (version, pack, pack_version, manifest, components)
select p.changed_in, p.pack, p.version, p.manifest, coalesce(
  (select json_agg(json_build_object('kind', c.kind, 'name', c.name, 'body', c.body) order by c.kind, c.name)
   from pack_component c where c.pack = p.pack), '[]')
from installed_pack p;

insert into physical_history (version, object_id, body)
select 0, t.object_id, json_build_object('name', t.name, 'parked', false, 'columns', coalesce(
  (select json_agg(json_build_object(
     'field', c.field_key, 'slot', c.slot, 'name', c.name, 'type', c.type, 'parked', c.parked) order by c.name)
   from physical_column c where c.object_id = t.object_id), '[]'))
from physical_table t;

revoke insert, update, delete, truncate on pack_history, physical_history from "${runtime}";
