package dev.huozi.record.sql;

import dev.huozi.platform.database.Row;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.SavedView;
import java.util.Objects;
import java.util.UUID;

/// The lists that people made for themselves (`db/tenant/V350__saved_views.sql`). Every statement
/// is about those of whoever asks.
public final class SavedViewRenderer {
  private static final SqlIdentifier TABLE = new SqlIdentifier("saved_view");

  private SavedViewRenderer() {}

  public static SqlFragment all(RequestContext context, long object) {
    return SqlFragment.of("select s.id, s.label, s.address from ")
        .then(table(context.tenant()))
        .then(" s where s.owner_id = ?", context.principal().userId())
        .then(" and s.object_id = ? order by s.saved_at, s.id", object);
  }

  public static SavedView read(Row row) {
    return new SavedView(
        Objects.requireNonNull(row.uuid(0)),
        Objects.requireNonNull(row.text(1)),
        Objects.requireNonNull(row.text(2)));
  }

  /// Adds one unless there are as many as may be.
  public static SqlFragment add(RequestContext context, long object, SavedView view) {
    UUID owner = context.principal().userId();
    return SqlFragment.of("insert into ")
        .then(table(context.tenant()))
        .then(" (id, owner_id, object_id, label, address, saved_at)")
        .then(
            " select ?::uuid, ?::uuid, ?::int8, ?::text, ?::text, ?::timestamptz where (select",
            view.id(),
            owner,
            object,
            view.label(),
            view.address(),
            context.now())
        .then(" count(*) from ")
        .then(table(context.tenant()))
        .then(" s where s.owner_id = ? and s.object_id = ?)", owner, object)
        .then(" < ?", SavedView.MOST);
  }

  public static SqlFragment change(RequestContext context, UUID id, String address) {
    return SqlFragment.of("update ")
        .then(table(context.tenant()))
        .then(" set address = ? where id = ?", address, id)
        .then(" and owner_id = ?", context.principal().userId());
  }

  public static SqlFragment remove(RequestContext context, UUID id) {
    return SqlFragment.of("delete from ")
        .then(table(context.tenant()))
        .then(" where id = ? and owner_id = ?", id, context.principal().userId());
  }

  private static SqlFragment table(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), TABLE);
  }
}
