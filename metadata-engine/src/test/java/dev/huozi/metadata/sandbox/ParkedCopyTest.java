package dev.huozi.metadata.sandbox;

import static dev.huozi.metadata.sandbox.TenantContents.copier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.sandbox.TenantCopier.Extent;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.dump.CopyProgress;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is parked in a tenant comes along where the tenant is copied.
@Tag("db")
class ParkedCopyTest {
  @RegisterExtension static final TestDatabase HERE = new TestDatabase();
  @RegisterExtension static final TestDatabase ELSEWHERE = new TestDatabase();

  private static final String SHELF =
      """
      name: shelf
      nameField: name
      fields: [{name: name, type: text}, {name: full, type: boolean}, {name: price, type: currency}]
      """;

  /// An object that is gone, a field that is gone together with its currencies, and a column that
  /// is just being filled for another publication.
  @Test
  void what_is_parked_comes_back_in_a_copy_and_a_restored_dump_too() {
    TestTenant tenant = new TestTenant(HERE.platform(), HERE.tenant("parking")).founded();
    String rack = SHELF.replace("shelf", "rack");
    long full =
        tenant.publish("objects/shelf.object.yaml", SHELF, "objects/rack.object.yaml", rack);
    for (String object : List.of("shelf", "rack")) {
      ObjectModel model = tenant.object(object);
      tenant.insert(
          model,
          SqlFragment.of(", ").then(kept(model)),
          SqlFragment.of(", 'kept', true, 12.5, 'EUR'"));
    }
    List<MetadataChange> changes = new ArrayList<>();
    changes.add(new MetadataChange.Remove(new MetadataRef("object", "shelf")));
    changes.addAll(
        TestTenant.changes(
                "objects/rack.object.yaml", rack.replace(", {name: price, type: currency}", ""))
            .changes());
    ObjectModel shelf = tenant.object("shelf");
    SqlFragment beside =
        SqlFragment.of("alter table ")
            .then(SqlFragment.identifier(shelf.schema(), tenant.object("rack").table()))
            .then(" add column s_c_1 numeric");
    tenant
        .publisher()
        .publish(
            tenant.context(),
            new ChangeList(changes, "away"),
            new Approval(tenant.version(), null, true));
    tenant
        .database()
        .inOwnerTransaction(tenant.tenant(), transaction -> transaction.execute(beside));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    copier(HERE.platform()).dump(tenant.tenant(), file, CopyProgress.NOBODY);
    Tenant sandbox =
        copier(HERE.platform())
            .sandbox(tenant.tenant(), "parking-copy", "x", Extent.RECORDS, CopyProgress.NOBODY);
    comesBack(new TestTenant(HERE.platform(), sandbox), full);
    comesBack(
        new TestTenant(
            ELSEWHERE.platform(),
            copier(ELSEWHERE.platform())
                .restore(
                    new ByteArrayInputStream(file.toByteArray()),
                    "parking-restored",
                    null,
                    CopyProgress.NOBODY)),
        full);
  }

  private static void comesBack(TestTenant copy, long full) {
    copy.versions()
        .rollback(copy.context(), full, new Approval(copy.version(), null, true), "back");
    for (String object : List.of("shelf", "rack")) {
      ObjectModel back = copy.object(object);
      assertThat(
              copy.rows(
                  SqlFragment.of("select ")
                      .then(kept(back))
                      .then(" from ")
                      .then(SqlFragment.identifier(back.schema(), back.table()))))
          .as(object)
          .containsExactly("kept | t | 12.50 | EUR");
    }
  }

  /// The columns of fields that must come back.
  private static SqlFragment kept(ObjectModel object) {
    return SqlFragment.join(
        ", ",
        List.of(
            column(object, "name"),
            column(object, "full"),
            column(object, "price"),
            SqlFragment.identifier(new SqlIdentifier("currency"))));
  }

  private static SqlFragment column(ObjectModel object, String field) {
    return SqlFragment.identifier(Objects.requireNonNull(object.field(field), field).column());
  }
}
