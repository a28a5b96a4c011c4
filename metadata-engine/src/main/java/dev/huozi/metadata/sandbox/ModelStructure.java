package dev.huozi.metadata.sandbox;

import dev.huozi.metadata.change.ModelCheck;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.store.CatalogueCopy;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.dump.TenantStructure;
import dev.huozi.platform.dump.store.SchemaTables;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The tables of a copy, made from the catalogue that has just been filled. A dump holds no
/// statements: what its catalogue says is checked like any model.
final class ModelStructure implements TenantStructure {
  private final MetadataKinds kinds;

  ModelStructure(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public void tables(
      Transaction transaction, Tenant tenant, Map<SqlIdentifier, Set<SqlIdentifier>> filled) {
    CatalogueCopy copy = CatalogueCopy.read(kinds, transaction, tenant);
    Issues issues = new Issues();
    ModelCheck.check(kinds, copy.catalogue().model(), issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    CatalogueCopy.run(transaction, copy.rebuild().tables(filled));
  }

  @Override
  public void keys(Transaction transaction, Tenant tenant, Map<UUID, UUID> accounts) {
    CatalogueCopy copy = CatalogueCopy.read(kinds, transaction, tenant);
    CatalogueCopy.run(transaction, copy.rebuild().keys());
    SchemaTables.adopt(transaction, tenant, accounts);
  }
}
