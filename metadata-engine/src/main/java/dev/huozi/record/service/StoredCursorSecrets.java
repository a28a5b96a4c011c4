package dev.huozi.record.service;

import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.query.CursorSecrets;
import dev.huozi.record.sql.SecretRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Secrets kept in the tenants' schemas, read once a node.
final class StoredCursorSecrets implements CursorSecrets {
  private final TenantDatabase database;
  private final Map<Long, byte[]> known = new ConcurrentHashMap<>();

  StoredCursorSecrets(TenantDatabase database) {
    this.database = database;
  }

  @Override
  public byte[] of(Tenant tenant) {
    byte[] secret = known.get(tenant.id());
    if (secret == null) {
      secret = read(tenant);
      known.put(tenant.id(), secret);
    }
    return secret.clone();
  }

  private byte[] read(Tenant tenant) {
    List<String> found =
        database.reading(tenant).query(SecretRenderer.render(tenant), SecretRenderer::read);
    return found.getFirst().getBytes(StandardCharsets.US_ASCII);
  }
}
