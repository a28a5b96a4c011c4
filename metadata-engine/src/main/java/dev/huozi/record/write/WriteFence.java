package dev.huozi.record.write;

import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.tenant.Tenant;

/// Keeps a write and a publication of metadata apart.
@FunctionalInterface
public interface WriteFence {
  /// Takes the tenant's shared lock for the rest of the transaction, waiting for a publication that
  /// is under way, and then answers the metadata version: it stays true until the transaction ends.
  long enter(Transaction transaction, Tenant tenant);
}
