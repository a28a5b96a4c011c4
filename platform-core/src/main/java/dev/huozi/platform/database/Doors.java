package dev.huozi.platform.database;

import dev.huozi.platform.notification.Notifications;
import dev.huozi.platform.sql.SqlFragment;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.sql.DataSource;

/// The two doors to one database, opened once per program: transactions over JDBC, reading and
/// listening over the Vert.x client.
public final class Doors implements AutoCloseable {
  private final WriteDoor writes;
  private final TenantCopies copies;
  private final ReadDoor reads;
  private final PostgresNotifications notifications;

  private Doors(WriteDoor writes, ReadDoor reads, PostgresNotifications notifications) {
    this.writes = writes;
    this.copies = new CopyDoor(writes);
    this.reads = reads;
    this.notifications = notifications;
  }

  /// @param transactions a pool of connections with `DatabaseSettings.jdbcUrl`; stays the caller's
  /// @param vertx what the reading door runs on; stays the caller's
  public static Doors open(DatabaseSettings settings, DataSource transactions, Vertx vertx) {
    return new Doors(
        new WriteDoor(transactions),
        new ReadDoor(vertx, settings),
        new PostgresNotifications(vertx, settings));
  }

  public TenantDatabase tenants() {
    return new DefaultTenantDatabase(writes, reads);
  }

  public TenantCopies copies() {
    return copies;
  }

  public ControlDatabase control() {
    return new ControlDatabase() {
      @Override
      public <T> T inTransaction(Function<Transaction, T> work) {
        return writes.inTransaction(null, work);
      }

      @Override
      public <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder) {
        return reads.queryUnderAnyRole(statement, decoder);
      }

      @Override
      public <T> CompletionStage<List<T>> queryLater(SqlFragment statement, RowDecoder<T> decoder) {
        return reads.queryUnderAnyRoleLater(statement, decoder);
      }
    };
  }

  public Notifications notifications() {
    return notifications;
  }

  /// How often a connection changed its role since the start, over both doors: high numbers mean
  /// too few connections for the tenants at work.
  public long roleSwitches() {
    return writes.roleSwitches() + reads.roleSwitches();
  }

  @Override
  public void close() {
    notifications.close();
    reads.close();
  }
}
