package dev.huozi.metadata.store;

import dev.huozi.metadata.change.Drafts;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Drafts in the table `metadata_draft` of the tenant.
@Singleton
final class StoredDrafts implements Drafts {
  private static final SqlIdentifier TABLE = new SqlIdentifier("metadata_draft");
  private final TenantDatabase database;

  StoredDrafts(TenantDatabase database) {
    this.database = database;
  }

  @Override
  public @Nullable String find(RequestContext context) {
    SqlFragment query =
        SqlFragment.of("select draft::text from ")
            .then(table(context.tenant()))
            .then(" where account_id = ?", account(context));
    return database.inTransaction(
        context.tenant(), transaction -> transaction.queryOne(query, row -> row.json(0)));
  }

  @Override
  public void keep(RequestContext context, String draft) {
    SqlFragment statement =
        SqlFragment.of("insert into ")
            .then(table(context.tenant()))
            .then(" (account_id, draft) values (?, ?)", account(context), new SqlJson(draft))
            .then(
                " on conflict (account_id) do update set draft = excluded.draft, updated_at = now()");
    database.inTransaction(context.tenant(), transaction -> transaction.execute(statement));
  }

  @Override
  public void discard(RequestContext context) {
    SqlFragment statement =
        SqlFragment.of("delete from ")
            .then(table(context.tenant()))
            .then(" where account_id = ?", account(context));
    database.inTransaction(context.tenant(), transaction -> transaction.execute(statement));
  }

  private static UUID account(RequestContext context) {
    return context.principal().accountId();
  }

  private static SqlFragment table(Tenant tenant) {
    return SqlFragment.identifier(tenant.schema(), TABLE);
  }
}
