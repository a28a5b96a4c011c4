package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.function.Function;

/// Both doors under the roles of a tenant.
final class DefaultTenantDatabase implements TenantDatabase {
  private final WriteDoor writes;
  private final ReadDoor reads;

  DefaultTenantDatabase(WriteDoor writes, ReadDoor reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @Override
  public <T> T inTransaction(Tenant tenant, Function<Transaction, T> work) {
    return writes.inTransaction(tenant.runtimeRole(), work);
  }

  @Override
  public <T> T inOwnerTransaction(Tenant tenant, Function<Transaction, T> work) {
    return writes.inPatientTransaction(tenant.ownerRole(), work);
  }

  @Override
  public <T> T outsideTransaction(Tenant tenant, Function<Transaction, T> work) {
    return writes.outsideTransaction(tenant.ownerRole(), work);
  }

  @Override
  public <T> T whileHolding(Tenant tenant, SqlFragment lock, Function<Transaction, T> work) {
    return writes.whileHolding(tenant.ownerRole(), lock, work);
  }

  @Override
  public ReadSession reading(Tenant tenant) {
    return new ReadSession() {
      @Override
      public <R> List<R> query(SqlFragment statement, RowDecoder<R> decoder) {
        return reads.query(tenant.runtimeRole(), statement, decoder);
      }
    };
  }
}
