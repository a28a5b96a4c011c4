package dev.huozi.platform.tenant.store;

import dev.huozi.platform.database.ControlDatabase;
import dev.huozi.platform.database.ControlPlane;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.Objects;

/// Makes what a tenant has in the database: an owner role for structure, a runtime role for rows, a
/// schema. Every step can be repeated.
final class TenantSchemas {
  private final ControlDatabase control;
  private final TenantDatabase database;
  private final ControlPlane plane;

  TenantSchemas(ControlDatabase control, TenantDatabase database, ControlPlane plane) {
    this.control = control;
    this.database = database;
    this.plane = plane;
  }

  void create(Tenant tenant) {
    control.inTransaction(transaction -> {
      transaction.query(
          SqlFragment.of("select pg_advisory_xact_lock(4276119, ?::int4)", (int) tenant.id()),
          row -> true);
      createRole(transaction, tenant.ownerRole());
      createRole(transaction, tenant.runtimeRole());
      transaction.execute(
          SqlFragment.of("create schema if not exists ")
              .then(SqlFragment.identifier(tenant.schema()))
              .then(" authorization ")
              .then(SqlFragment.identifier(tenant.ownerRole())));
      return transaction.execute(
          SqlFragment.of(
              "insert into huozi.tenant_metadata (tenant_id) values (?) on conflict do nothing",
              tenant.id()));
    });
    database.inOwnerTransaction(tenant, transaction -> grant(transaction, tenant));
  }

  private void createRole(Transaction transaction, SqlIdentifier role) {
    SqlFragment name = SqlFragment.identifier(role);
    Boolean exists =
        transaction.queryOne(
            SqlFragment.of("select true from pg_roles where rolname = ?", role.name()),
            row -> true);
    if (exists == null) {
      transaction.execute(SqlFragment.of("create role ").then(name).then(" nologin"));
    }
    transaction.execute(
        SqlFragment.of("grant ")
            .then(SqlFragment.identifier(new SqlIdentifier(plane.tenantRole())))
            .then(" to ")
            .then(name));
    SqlFragment membership = SqlFragment.of("grant ").then(name).then(" to current_user");
    transaction.execute(
        plane.knowsMembershipOptions()
            ? membership.then(" with inherit false, set true")
            : membership);
  }

  /// Rows of all tables, present and future, belong to the runtime role's work; their structure
  /// does not.
  private static boolean grant(Transaction transaction, Tenant tenant) {
    SqlFragment schema = SqlFragment.identifier(tenant.schema());
    SqlFragment runtime = SqlFragment.identifier(tenant.runtimeRole());
    transaction.execute(
        SqlFragment.of("grant usage on schema ").then(schema).then(" to ").then(runtime));
    SqlFragment defaults = SqlFragment.of("alter default privileges in schema ").then(schema);
    transaction.execute(
        defaults.then(" grant select, insert, update, delete on tables to ").then(runtime));
    transaction.execute(defaults.then(" grant usage on sequences to ").then(runtime));
    return true;
  }

  /// Takes everything away that the tenant has. Tables go in small groups: a transaction has room
  /// for so many locks only.
  void drop(Tenant tenant) {
    if (has(
            SqlFragment.of(
                "select true from pg_roles where rolname = ?", tenant.ownerRole().name()))
        && has(
            SqlFragment.of(
                "select true from pg_namespace where nspname = ?", tenant.schema().name()))) {
      while (database.inOwnerTransaction(tenant, transaction -> dropSome(transaction, tenant))) {
        // the next group
      }
    }
    control.inTransaction(transaction -> {
      dropRole(transaction, tenant.runtimeRole());
      dropRole(transaction, tenant.ownerRole());
      return transaction.execute(
          SqlFragment.of("delete from huozi.tenant where id = ?", tenant.id()));
    });
  }

  private boolean has(SqlFragment query) {
    return !control.inTransaction(transaction -> transaction.query(query, row -> true)).isEmpty();
  }

  /// False when the schema itself is gone.
  private static boolean dropSome(Transaction transaction, Tenant tenant) {
    List<SqlFragment> tables =
        transaction.query(
            SqlFragment.of(
                """
                select c.relname::text from pg_catalog.pg_class c
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relkind = 'r' limit 25
                """,
                tenant.schema().name()),
            row ->
                SqlFragment.identifier(
                    tenant.schema(), new SqlIdentifier(Objects.requireNonNull(row.text(0)))));
    if (tables.isEmpty()) {
      transaction.execute(
          SqlFragment.of("drop schema ")
              .then(SqlFragment.identifier(tenant.schema()))
              .then(" cascade"));
      return false;
    }
    transaction.execute(
        SqlFragment.of("drop table ").then(SqlFragment.join(", ", tables)).then(" cascade"));
    return true;
  }

  private static void dropRole(Transaction transaction, SqlIdentifier role) {
    transaction.execute(SqlFragment.of("drop role if exists ").then(SqlFragment.identifier(role)));
  }

  /// Runs the migrations of the tenant's schema. Their history is nobody's business at run time.
  void migrate(Tenant tenant) {
    plane.migrations().migrate(tenant);
    database.inOwnerTransaction(
        tenant,
        transaction ->
            transaction.execute(
                SqlFragment.of("revoke all on ")
                    .then(SqlFragment.identifier(tenant.schema(), new SqlIdentifier("migration")))
                    .then(" from ")
                    .then(SqlFragment.identifier(tenant.runtimeRole()))));
  }
}
