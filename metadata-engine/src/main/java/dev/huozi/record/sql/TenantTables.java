package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;

/// The fixed tables in a tenant's schema that records are written with
/// (`db/tenant/V300__records.sql`; outbox and idempotency keys are the platform's).
final class TenantTables {
  private static final SqlIdentifier HISTORY = new SqlIdentifier("record_history");
  private static final SqlIdentifier BIN = new SqlIdentifier("record_bin");
  private static final SqlIdentifier COUNTER = new SqlIdentifier("record_counter");
  private static final SqlIdentifier OUTBOX = new SqlIdentifier("outbox");
  private static final SqlIdentifier IDEMPOTENCY_KEY = new SqlIdentifier("idempotency_key");

  private static final SqlIdentifier SECRET = new SqlIdentifier("record_secret");

  private TenantTables() {}

  static SqlFragment history(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), HISTORY);
  }

  static SqlFragment bin(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), BIN);
  }

  static SqlFragment counter(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), COUNTER);
  }

  static SqlFragment outbox(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), OUTBOX);
  }

  static SqlFragment secret(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), SECRET);
  }

  static SqlFragment idempotencyKey(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), IDEMPOTENCY_KEY);
  }
}
