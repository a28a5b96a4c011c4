-- What a dump wrote or a restore found after it had filled the new tenant: tables, rows, checksum.
alter table huozi.tenant_job add column digest jsonb;
