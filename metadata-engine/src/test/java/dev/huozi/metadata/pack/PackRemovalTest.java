package dev.huozi.metadata.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Removing a pack leaves nothing of it behind, takes nothing of others, and says both before.
@Tag("db")
class PackRemovalTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String MANIFEST = "id: visit\nversion: 1.0.0\n";
  private static final String STORE =
      """
      name: store
      nameField: name
      fields:
        - {name: name, type: text}
        - {name: size, type: picklist, optionset: store_size}
        - {name: dealer, type: user}
      indexes: [[name]]
      """;
  private static final String SIZES = "name: store_size\nvalues: [{code: s, label: {en: S}}]\n";
  private static final String EXTENSION =
      """
      name: activity_visit
      object: activity
      fields:
        - {name: store, type: lookup, target: store}
        - {name: minutes, type: number}
        - {name: about, type: polylookup, targets: [store, user]}
      """;

  private static Pack visit() {
    return new PackReader(TestModels.KINDS)
        .read(
            java.util.Map.of(
                "pack.yaml", MANIFEST,
                "objects/store.object.yaml", STORE,
                "optionsets/store_size.optionset.yaml", SIZES,
                "extensions/activity_visit.extension.yaml", EXTENSION));
  }

  private static TestTenant tenant(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
  }

  private static List<String> problems(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).as("a problem").isNotNull();
    return TestModels.lines(problem);
  }

  /// Everything in the tenant's schema that a pack could leave behind: tables with their columns,
  /// indexes and constraints, and the catalogue's rows.
  private static List<String> everything(TestTenant tenant) {
    String schema = tenant.tenant().schema().name();
    List<String> all =
        new java.util.ArrayList<>(
            tenant.rows(
                SqlFragment.of(
                    """
                    select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                    join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = ? and a.attnum > 0 and not a.attisdropped
                    union all
                    select conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = ?
                    order by 1
                    """,
                    schema,
                    schema)));
    for (String table :
        List.of(
            "component",
            "physical_table",
            "physical_column",
            "installed_pack",
            "pack_component",
            "schema_task")) {
      all.addAll(
          tenant.rows(
              SqlFragment.of("select r::text from ")
                  .then(SqlFragment.identifier(tenant.tenant().schema(), new SqlIdentifier(table)))
                  .then(" r order by 1")));
    }
    return all;
  }

  @Test
  void nothing_is_left_of_a_pack_that_goes() {
    TestTenant tenant = tenant("residue");
    List<String> before = everything(tenant);
    tenant.deployer().apply(tenant.context(), visit());
    assertThat(everything(tenant)).hasSizeGreaterThan(before.size() + 20);
    tenant.insert(tenant.object("store"), SqlFragment.EMPTY, SqlFragment.EMPTY);

    UninstallPlan plan = tenant.deployer().planUninstall(tenant.context(), "visit");
    assertThat(plan.goes())
        .containsExactlyInAnyOrder(
            new UninstallPlan.Gone(new MetadataRef("object", "store"), 1),
            new UninstallPlan.Gone(new MetadataRef("optionset", "store_size"), 0),
            new UninstallPlan.Gone(new MetadataRef("extension", "activity_visit"), 0));
    assertThat(plan.stays()).isEmpty();
    Approval approval = new Approval(plan.plan().baseVersion(), plan.plan().digest(), false);
    assertThat(problems(() -> tenant.deployer().uninstall(tenant.context(), "visit", approval)))
        .containsExactly("RECORDS_LOST [object store]");
    tenant
        .deployer()
        .uninstall(
            tenant.context(),
            "visit",
            new Approval(approval.baseVersion(), approval.digest(), true));
    assertThat(everything(tenant)).isEqualTo(before);
    assertThat(DATABASE.platform().tenantPacks().of(tenant.tenant())).doesNotContainKey("visit");
    // And it may come back.
    tenant.deployer().apply(tenant.context(), visit());
    assertThat(tenant.snapshot().object("store")).isNotNull();
  }

  @Test
  void what_others_use_is_refused_with_their_names() {
    TestTenant tenant = tenant("used");
    tenant.deployer().apply(tenant.context(), visit());
    tenant.publish(
        "objects/audit.object.yaml",
        "name: audit\nnameField: name\nfields: [{name: name, type: text}, {name: shop, type: lookup, target: store}]\n");
    tenant
        .deployer()
        .apply(
            tenant.context(),
            new PackReader(TestModels.KINDS)
                .read(
                    java.util.Map.of(
                        "pack.yaml",
                        "id: more\nversion: 1.0.0\nrequires: [{pack: visit, version: ^1.0.0}]\n")));
    assertThat(problems(() -> tenant.deployer().planUninstall(tenant.context(), "visit")))
        .containsExactly(
            "PACK_NEEDED [pack more]", "PACK_IN_USE [object audit fields.shop.target]");
    assertThat(problems(() -> tenant.deployer().planUninstall(tenant.context(), "system")))
        .contains("PACK_RESERVED [pack system]");
    assertThat(tenant.snapshot().object("store")).isNotNull();
  }

  @Test
  void edits_that_go_are_told_and_what_the_tenant_kept_stays_its_own() {
    TestTenant tenant = tenant("kept");
    tenant.deployer().apply(tenant.context(), visit());
    tenant.publish(
        "optionsets/store_size.optionset.yaml", SIZES.replace("en: S", "en: Small"),
        "objects/store.object.yaml", STORE.replace("nameField", "label: {en: Shop}\nnameField"));
    // The next version has no option set any more; the tenant had changed it.
    Pack next =
        new PackReader(TestModels.KINDS)
            .read(
                java.util.Map.of(
                    "pack.yaml",
                    MANIFEST.replace("1.0.0", "1.1.0"),
                    "objects/store.object.yaml",
                    STORE.replace(
                        "  - {name: size, type: picklist, optionset: store_size}\n", "")));
    tenant.deployer().apply(tenant.context(), next);
    UninstallPlan plan = tenant.deployer().planUninstall(tenant.context(), "visit");
    assertThat(plan.stays())
        .containsExactly(
            new UninstallPlan.Left(
                new MetadataRef("optionset", "store_size"), UninstallPlan.Reason.KEPT_BY_TENANT));
    assertThat(plan.localEdits()).extracting(PackPlan.Kept::path).containsExactly("label");
    tenant.deployer().uninstall(tenant.context(), "visit", Approval.at(plan.plan().baseVersion()));
    assertThat(tenant.snapshot().object("store")).isNull();
    assertThat(tenant.snapshot().optionSet("store_size")).isNotNull();
    assertThat(tenant.deployer().export(tenant.context(), "tenant", ExportSide.AS_IS))
        .containsKey("optionsets/store_size.optionset.yaml");
  }

  @Test
  void an_approval_of_another_plan_is_refused() {
    TestTenant tenant = tenant("approval");
    Pack pack = visit();
    long base = tenant.version();
    ProblemException changed =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                tenant
                    .deployer()
                    .apply(
                        tenant.context(),
                        pack,
                        PackChoices.NONE,
                        new Approval(base, "other", false)));
    assertThat(changed.code()).isEqualTo(MetadataError.METADATA_PLAN_CHANGED);
    ProblemException stale =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                tenant
                    .deployer()
                    .apply(tenant.context(), pack, PackChoices.NONE, Approval.at(base - 1)));
    assertThat(stale.code()).isEqualTo(MetadataError.METADATA_STALE);
    assertThat(tenant.version()).isEqualTo(base);
  }
}
