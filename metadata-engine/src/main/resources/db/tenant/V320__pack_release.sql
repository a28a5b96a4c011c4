-- What a pack was installed from and with.

-- Every release that was ever installed: its files as they came. History, like component_history.
create table pack_release (
  -- Of the files.
  digest text primary key,
  pack text not null,
  version text not null,
  files json not null
);

alter table installed_pack
  add column params json not null default '{}',
  add column digest text not null default '';

revoke insert, update, delete, truncate on pack_release from "${runtime}";
