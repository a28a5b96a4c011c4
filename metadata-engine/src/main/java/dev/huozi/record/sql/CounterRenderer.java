package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;

/// Takes running numbers. The counter's row stays locked until the transaction ends, so that no
/// number is given twice and none is lost by a rollback.
public final class CounterRenderer {
  private CounterRenderer() {}

  /// Takes `count` numbers; the answer is the last one of them.
  public static SqlFragment take(
      Tenant tenant, ObjectModel object, FieldModel field, String period, int count) {
    return SqlFragment.of("insert into ")
        .then(TenantTables.counter(tenant))
        .then(
            " as c (object_id, field_column, period, last) values (?, ?, ?, ?)",
            object.id(),
            field.column().name(),
            period,
            (long) count)
        .then(" on conflict (object_id, field_column, period)")
        .then(" do update set last = c.last + excluded.last returning last");
  }
}
