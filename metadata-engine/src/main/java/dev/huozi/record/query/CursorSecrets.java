package dev.huozi.record.query;

import dev.huozi.platform.tenant.Tenant;

/// The secrets that cursors are signed with, one for each tenant, the same on every node.
@FunctionalInterface
public interface CursorSecrets {
  /// At least 16 bytes.
  byte[] of(Tenant tenant);
}
