-- What sessions do to the tables of a tenant at this moment: the sign that they put up as their application name
-- ("huozi t_<id> …"), and how far PostgreSQL is with building an index. The views show the latter to the login role only.
create function huozi.schema_work(tenant_id bigint)
  returns table (sign text, done bigint, total bigint)
  language sql stable strict security definer set search_path = ''
as $$
  select a.application_name,
    case when p.tuples_total > 0 then p.tuples_done else p.blocks_done end,
    case when p.tuples_total > 0 then p.tuples_total else p.blocks_total end
  from pg_catalog.pg_stat_activity a left join pg_catalog.pg_stat_progress_create_index p on p.pid = a.pid
  where a.datname = current_database()
    and starts_with(a.application_name, 'huozi t_' || schema_work.tenant_id || ' ')
    and current_setting('role') in (
      'none', huozi.tenant_role(schema_work.tenant_id, ''), huozi.tenant_role(schema_work.tenant_id, '_owner'))
$$;

revoke all on function huozi.schema_work(bigint) from public;
