package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.util.UUID;

/// Keys of requests that may be repeated. Whoever inserts the key first does the work; a second one
/// waits at the key until the first has committed.
public final class IdempotencyRenderer {
  private IdempotencyRenderer() {}

  /// One row when the key is new, none when it is taken.
  public static SqlFragment claim(Tenant tenant, UUID account, String key, String requestHash) {
    return SqlFragment.of("insert into ")
        .then(TenantTables.idempotencyKey(tenant))
        .then(" (account_id, key, request_hash, status, headers, body)")
        .then(" values (?, ?, ?, 0, '{}', '') on conflict do nothing", account, key, requestHash);
  }

  /// Hash of the request and answer of a taken key.
  public static SqlFragment find(Tenant tenant, UUID account, String key) {
    return SqlFragment.of("select k.request_hash, k.body from ")
        .then(TenantTables.idempotencyKey(tenant))
        .then(" k where k.account_id = ? and k.key = ?", account, key);
  }

  /// Keeps the answer; a part of the statement that writes the row.
  static SqlFragment answer(Tenant tenant, UUID account, String key, String body) {
    return SqlFragment.of("update ")
        .then(TenantTables.idempotencyKey(tenant))
        .then(" set status = 201, body = ? where account_id = ? and key = ?", body, account, key);
  }

  /// An answer to keep.
  public record Answer(UUID account, String key, String body) {}
}
