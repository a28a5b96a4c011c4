package dev.huozi.metadata.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("db")
class PackDeployerTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String STORE = "objects/store.object.yaml";
  private static final String STORE_1 =
      """
      name: store
      label: {zh: 门店, en: Store}
      nameField: name
      fields:
        - {name: name, label: {zh: 名称, en: Name}, type: text}
        - {name: area, label: {zh: 面积, en: Area}, type: number, defaultValue: 5}
      """;
  private static final String STORE_2 =
      """
      name: store
      label: {zh: 门店, en: Shop}
      nameField: name
      fields:
        - {name: name, label: {zh: 店名, en: Name}, type: text, maxLength: 300}
        - {name: area, label: {zh: 面积, en: Area}, type: number, defaultValue: 5}
        - {name: grade, label: {zh: 等级, en: Grade}, type: text}
      """;

  private static TestTenant tenant(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
  }

  private static Pack pack(String manifest, String... pathsAndTexts) {
    Map<String, String> files = new HashMap<>(TestModels.files(pathsAndTexts));
    files.put("pack.yaml", manifest);
    return new PackReader(TestModels.KINDS).read(files);
  }

  private static String manifest(String id, String version) {
    return "id: %s\nversion: %s\n".formatted(id, version);
  }

  private static List<String> problems(TestTenant tenant, Pack pack) {
    long version = tenant.version();
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> tenant.deployer().apply(tenant.context(), pack));
    assertThat(problem).as("a problem").isNotNull();
    assertThat(tenant.version()).isEqualTo(version);
    return TestModels.lines(problem);
  }

  private static List<String> paths(DeployPlan plan) {
    return plan.items().stream()
        .map(item -> item.operation() + " " + item.ref() + " " + item.path())
        .map(String::strip)
        .toList();
  }

  @Test
  void a_pack_becomes_objects_of_its_own_and_applying_it_again_changes_nothing() {
    TestTenant tenant = tenant("apply");
    Pack pack = pack(manifest("visit", "1.0.0"), STORE, STORE_1);
    assertThat(paths(tenant.deployer().plan(tenant.context(), pack, PackChoices.NONE).plan()))
        .containsExactly("ADD object store", "ADD pack visit");
    long version = tenant.deployer().apply(tenant.context(), pack);
    assertThat(tenant.snapshot().packOf(tenant.object("store").definition())).isEqualTo("visit");
    assertThat(DATABASE.platform().tenantPacks().of(tenant.tenant()))
        .containsEntry("visit", "1.0.0")
        .containsEntry("system", "1.0.0");

    DeployPlan again = tenant.deployer().plan(tenant.context(), pack, PackChoices.NONE).plan();
    assertThat(again.isEmpty()).isTrue();
    assertThat(again.statements()).isEmpty();
    assertThat(tenant.deployer().apply(tenant.context(), pack)).isEqualTo(version);
    assertThat(tenant.version()).isEqualTo(version);
  }

  @Test
  void an_upgrade_keeps_what_the_tenant_changed() {
    TestTenant tenant = tenant("upgrade");
    tenant.deployer().apply(tenant.context(), pack(manifest("visit", "1.0.0"), STORE, STORE_1));
    tenant.publish(
        STORE,
        STORE_1.replace("en: Store", "en: Outlet").replace("en: Area", "en: Floor space")
            + "  - {name: freezers, label: {zh: 冰柜数量, en: Freezers}, type: number, scale: 0}\n");
    assertThat(tenant.snapshot().packOf(tenant.object("store").definition())).isEqualTo("visit");
    // The same pack again leaves the tenant's changes alone.
    Pack same = pack(manifest("visit", "1.0.0"), STORE, STORE_1);
    assertThat(tenant.deployer().plan(tenant.context(), same, PackChoices.NONE).plan().isEmpty())
        .isTrue();

    Pack next = pack(manifest("visit", "1.1.0"), STORE, STORE_2);
    assertThat(paths(tenant.deployer().plan(tenant.context(), next, PackChoices.NONE).plan()))
        .containsExactly(
            "CHANGE object store fields.name.label.zh",
            "ADD object store fields.name.maxLength",
            "ADD object store fields.grade",
            "CHANGE pack visit version");
    tenant.deployer().apply(tenant.context(), next);
    assertThat(
            tenant.object("store").fields().stream()
                .filter(field -> !field.system())
                .map(FieldModel::name))
        .containsExactlyInAnyOrder("name", "area", "grade", "freezers");
    // Changed on both sides: the tenant's stands.
    assertThat(tenant.object("store").definition().label().get(Locale.ENGLISH, ""))
        .isEqualTo("Outlet");
    assertThat(
            Objects.requireNonNull(tenant.object("store").field("name"))
                .field()
                .label()
                .get(Locale.CHINESE, ""))
        .isEqualTo("店名");
  }

  @Test
  void what_a_new_version_drops_goes_unless_the_tenant_changed_it() {
    TestTenant tenant = tenant("dropped");
    String kind = "name: %s\nvalues: [{code: a, label: {en: A}}]\n";
    tenant
        .deployer()
        .apply(
            tenant.context(),
            pack(
                manifest("visit", "1.0.0"),
                "optionsets/one.optionset.yaml",
                kind.formatted("one"),
                "optionsets/two.optionset.yaml",
                kind.formatted("two")));
    tenant.publish(
        "optionsets/two.optionset.yaml", "name: two\nvalues: [{code: a, label: {en: My A}}]\n");
    tenant.deployer().apply(tenant.context(), pack(manifest("visit", "1.0.1")));
    assertThat(tenant.snapshot().optionSet("one")).isNull();
    assertThat(tenant.snapshot().optionSet("two")).isNotNull();
  }

  @Test
  void a_pack_needs_what_it_requires() {
    TestTenant tenant = tenant("requires");
    String manifest =
        """
        id: visit
        version: 1.0.0
        requires:
          - {pack: crm_base, version: ^1.2.0}
          - {pack: system, version: ">=2.0.0"}
        """;
    assertThat(problems(tenant, pack(manifest, STORE, STORE_1)))
        .containsExactly(
            "PACK_REQUIRES_MISSING [requires.0] pack.yaml:4:5",
            "PACK_REQUIRES_VERSION [requires.1] pack.yaml:5:5");
    tenant.deployer().apply(tenant.context(), pack(manifest("crm_base", "1.4.0")));
    tenant
        .deployer()
        .apply(tenant.context(), pack(manifest.replace(">=2.0.0", ">=1.0.0"), STORE, STORE_1));
    assertThat(tenant.snapshot().object("store")).isNotNull();
  }

  @Test
  void components_of_others_cannot_be_claimed() {
    TestTenant tenant = tenant("foreign");
    tenant.publish("objects/mine.object.yaml", STORE_1.replace("name: store", "name: mine"));
    assertThat(
            problems(
                tenant,
                pack(
                    manifest("evil", "1.0.0"),
                    "objects/user.object.yaml",
                    STORE_1.replace("name: store", "name: user"),
                    "objects/mine.object.yaml",
                    STORE_1.replace("name: store", "name: mine"))))
        .containsExactly(
            "PACK_FOREIGN_COMPONENT [object mine] objects/mine.object.yaml:1:1",
            "PACK_FOREIGN_COMPONENT [object user] objects/user.object.yaml:1:1");
    assertThat(problems(tenant, pack(manifest("system", "9.0.0"))))
        .containsExactly("PACK_RESERVED [id] pack.yaml:1:1");
    assertThat(problems(tenant, pack(manifest("tenant", "9.0.0"))))
        .containsExactly("PACK_RESERVED [id] pack.yaml:1:1");
  }

  @Test
  void a_pack_cannot_go_back() {
    TestTenant tenant = tenant("downgrade");
    tenant.deployer().apply(tenant.context(), pack(manifest("visit", "1.1.0"), STORE, STORE_2));
    assertThat(problems(tenant, pack(manifest("visit", "1.0.0"), STORE, STORE_1)))
        .containsExactly("PACK_DOWNGRADE [version] pack.yaml:2:1");
  }

  @Test
  void everything_wrong_is_told_at_once_with_file_line_and_column() {
    TestTenant tenant = tenant("wrong");
    assertThat(
            problems(
                tenant,
                pack(
                    manifest("visit", "1.0.0"),
                    STORE,
                    STORE_1
                        + "  - {name: dealer, type: lookup,\n     target: acount}\n  - {name: Name, type: text}\n",
                    "extensions/e.extension.yaml",
                    "name: e\nobject: nothing\nfields:\n  - {name: x, type: picklist, optionset: none}\n")))
        .containsExactly(
            "REFERENCE_MISSING [extension e object] extensions/e.extension.yaml:2:1",
            "REFERENCE_MISSING [extension e fields.x.optionset] extensions/e.extension.yaml:4:31",
            "REFERENCE_MISSING [object store fields.dealer.target] objects/store.object.yaml:8:6",
            "NAME_DUPLICATE [object store fields.Name] objects/store.object.yaml:9:5");
  }

  @Test
  void what_was_applied_is_exported_byte_for_byte() {
    TestTenant tenant = tenant("export");
    Pack pack = pack(manifest("visit", "1.0.0"), STORE, STORE_1);
    PackPrinter printer = new PackPrinter(TestModels.KINDS);
    Map<String, String> canonical = printer.print(pack);
    assertThat(printer.print(new PackReader(TestModels.KINDS).read(canonical)))
        .isEqualTo(canonical);
    tenant.deployer().apply(tenant.context(), pack);
    assertThat(tenant.deployer().export(tenant.context(), "visit", ExportSide.AS_IS))
        .isEqualTo(canonical);
  }

  @Test
  void properties_that_become_stricter_or_go_are_marked() {
    TestTenant tenant = tenant("risk");
    tenant.publish(STORE, STORE_1);
    DeployPlan plan =
        tenant
            .publisher()
            .plan(
                tenant.context(),
                TestTenant.changes(
                    STORE,
                    """
                    name: store
                    label: {zh: 门店, en: Store}
                    nameField: name
                    fields:
                      - {name: area, label: {en: Area}, type: number, active: false}
                      - {name: name, label: {zh: 名称, en: Name}, type: text, required: true, unique: true}
                    """));
    assertThat(
            plan.items().stream()
                .map(item -> item.operation() + " " + item.path() + " " + item.risk()))
        .containsExactlyInAnyOrder(
            "REMOVE fields.area.label.zh CAREFUL",
            "ADD fields.area.active CAREFUL",
            "REMOVE fields.area.defaultValue CAREFUL",
            "ADD fields.name.required CAREFUL",
            "ADD fields.name.unique CAREFUL",
            "CHANGE fields (order) SAFE");
    assertThat(plan.items()).noneMatch(item -> item.risk() == PlannedItem.Risk.DESTRUCTIVE);
  }
}
