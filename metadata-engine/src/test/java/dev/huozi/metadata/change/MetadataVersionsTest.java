package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.VersionEntry;
import dev.huozi.metadata.schema.LockLevel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("db")
class MetadataVersionsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String PATH = "objects/thing.object.yaml";
  private static final String SIMPLE =
      """
      name: thing
      nameField: name
      fields:
        - {name: name, type: text}
      """;
  private static final String COLOURED = SIMPLE + "  - {name: colour, type: text%s}\n";

  private static TestTenant tenant(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
  }

  private static long back(TestTenant tenant, long to) {
    return tenant
        .versions()
        .rollback(tenant.context(), to, new Approval(tenant.version(), null, true), "back");
  }

  private static long replace(TestTenant tenant, String text) {
    return tenant
        .publisher()
        .publish(
            tenant.context(),
            TestTenant.changes(PATH, text),
            new Approval(tenant.version(), null, true));
  }

  private static SqlIdentifier column(ObjectModel object, String field) {
    return Objects.requireNonNull(object.field(field), field).column();
  }

  private static UUID insert(TestTenant tenant, ObjectModel object, String field, String value) {
    return tenant.insert(
        object,
        SqlFragment.of(", ").then(SqlFragment.identifier(column(object, field))),
        SqlFragment.of(", ?", value));
  }

  private static List<String> values(TestTenant tenant, ObjectModel object, String field) {
    return tenant.rows(
        SqlFragment.of("select ")
            .then(SqlFragment.identifier(column(object, field)))
            .then(" from ")
            .then(SqlFragment.identifier(object.schema(), object.table()))
            .then(" order by 1"));
  }

  @Test
  void versions_are_listed_and_compared() {
    TestTenant tenant = tenant("listed");
    long first = tenant.publish(PATH, SIMPLE);
    long second = tenant.publish(PATH, COLOURED.formatted(""));
    List<VersionEntry> newest = tenant.versions().list(tenant.context(), null, 2);
    assertThat(newest.stream().map(VersionEntry::version)).containsExactly(second, first);
    assertThat(newest.getFirst().author()).isEqualTo("tester");
    assertThat(newest.getFirst().reason()).isEqualTo("test");
    assertThat(newest.getFirst().items()).isEqualTo(1);
    VersionEntry founding = tenant.versions().list(tenant.context(), first, 5).getFirst();
    assertThat(founding.pack()).isEqualTo("system");
    assertThat(tenant.versions().diff(tenant.context(), first, second))
        .singleElement()
        .satisfies(item -> assertThat(item.path()).isEqualTo("fields.colour"));
    assertThatThrownBy(() -> tenant.versions().get(tenant.context(), second + 1))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.code()).isEqualTo(MetadataError.METADATA_VERSION_UNKNOWN));
  }

  @Test
  void a_removed_field_comes_back_with_its_values_and_a_new_one_goes_without_a_trace() {
    TestTenant tenant = tenant("values");
    long version = tenant.publish(PATH, COLOURED.formatted(", required: true"));
    ObjectModel before = tenant.object("thing");
    insert(tenant, before, "colour", "red");
    List<String> columns = tenant.columns(before);
    replace(tenant, SIMPLE + "  - {name: shape, type: text}\n");
    assertThat(tenant.columns(before)).isNotEqualTo(columns);
    long restored = back(tenant, version);
    assertThat(restored).isEqualTo(version + 2);
    assertThat(tenant.columns(tenant.object("thing"))).isEqualTo(columns);
    assertThat(values(tenant, tenant.object("thing"), "colour")).containsExactly("red");
    assertThat(tenant.versions().diff(tenant.context(), version, restored)).isEmpty();
  }

  @Test
  void values_of_a_new_field_are_a_loss_and_stay_for_the_way_forth() {
    TestTenant tenant = tenant("forth");
    long version = tenant.publish(PATH, SIMPLE);
    long later = tenant.publish(PATH, COLOURED.formatted(""));
    insert(tenant, tenant.object("thing"), "colour", "red");
    DeployPlan plan = tenant.versions().planRollback(tenant.context(), version);
    assertThat(plan.losses())
        .containsExactly(new Loss(new MetadataRef("object", "thing"), "fields.colour", 1));
    assertThatThrownBy(() ->
            tenant
                .versions()
                .rollback(tenant.context(), version, Approval.at(tenant.version()), ""))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(MetadataError.METADATA_DESTRUCTIVE));
    back(tenant, version);
    assertThat(tenant.object("thing").field("colour")).isNull();
    back(tenant, later);
    assertThat(values(tenant, tenant.object("thing"), "colour")).containsExactly("red");
  }

  @Test
  void a_removed_object_comes_back_with_its_records_and_references() {
    TestTenant tenant = tenant("object");
    long version =
        tenant.publish(
            PATH,
            SIMPLE
                + "  - {name: boss, type: user}\n  - {name: part, type: lookup, target: thing}\n"
                + "uniqueKeys: [[name]]\n");
    ObjectModel before = tenant.object("thing");
    UUID one = insert(tenant, before, "name", "one");
    tenant
        .publisher()
        .publish(
            tenant.context(),
            new ChangeList(
                List.of(new MetadataChange.Remove(new MetadataRef("object", "thing"))), "gone"),
            new Approval(tenant.version(), null, true));
    assertThat(tenant.snapshot().object("thing")).isNull();
    back(tenant, version);
    ObjectModel after = tenant.object("thing");
    assertThat(after.table()).isEqualTo(before.table());
    assertThat(values(tenant, after, "name")).containsExactly("one");
    assertThatThrownBy(() -> insert(tenant, after, "name", "ONE")).hasMessageContaining("y_");
    assertThatThrownBy(() -> insert(tenant, after, "part", UUID.randomUUID().toString()))
        .hasMessageContaining("f_");
    assertThat(insert(tenant, after, "part", one.toString())).isNotNull();
  }

  @Test
  void a_renamed_field_gets_its_name_back() {
    TestTenant tenant = tenant("renaming");
    long version = tenant.publish(PATH, COLOURED.formatted(""));
    ObjectModel before = tenant.object("thing");
    insert(tenant, before, "colour", "red");
    replace(tenant, SIMPLE + "  - {name: farbe, type: text, was: colour}\n");
    back(tenant, version);
    assertThat(values(tenant, tenant.object("thing"), "colour")).containsExactly("red");
    assertThat(tenant.columns(tenant.object("thing"))).isEqualTo(tenant.columns(before));
  }

  @Test
  void packs_come_and_go_with_the_version() {
    TestTenant tenant = tenant("packs");
    long without = tenant.version();
    long with = tenant.apply(TestModels.pack(PATH, SIMPLE));
    back(tenant, without);
    assertThat(tenant.publisher().catalogue(tenant.context()).packVersion("sample")).isNull();
    assertThat(tenant.snapshot().object("thing")).isNull();
    back(tenant, with);
    assertThat(tenant.publisher().catalogue(tenant.context()).packVersion("sample"))
        .isEqualTo("1.0.0");
    assertThat(tenant.apply(TestModels.pack(PATH, SIMPLE))).isEqualTo(tenant.version());
  }

  @Test
  void a_type_changes_when_every_value_will_do() {
    TestTenant tenant = tenant("typechange");
    long version = tenant.publish(PATH, COLOURED.formatted(""));
    ObjectModel thing = tenant.object("thing");
    insert(tenant, thing, "colour", " 12.50 ");
    UUID bad = insert(tenant, thing, "colour", "blue");
    String number = SIMPLE + "  - {name: colour, type: number, precision: 6, scale: 2}\n";
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> replace(tenant, number));
    assertThat(refused.issues())
        .singleElement()
        .satisfies(issue -> {
          assertThat(issue.code()).isEqualTo(MetadataError.VALUES_MISFIT);
          assertThat(issue.subject()).isEqualTo("object thing fields.colour.type");
          assertThat(issue.parameters())
              .containsEntry("count", 1L)
              .containsEntry("examples", List.of(bad + ": blue"));
        });
    tenant
        .database()
        .inTransaction(
            tenant.tenant(),
            transaction ->
                transaction.execute(
                    SqlFragment.of("delete from ")
                        .then(SqlFragment.identifier(thing.schema(), thing.table()))
                        .then(" where id = ?", bad)));
    replace(tenant, number);
    assertThat(values(tenant, tenant.object("thing"), "colour")).containsExactly("12.50");
    replace(tenant, SIMPLE + "  - {name: colour, type: currency, precision: 3, scale: 1}\n");
    assertThat(values(tenant, tenant.object("thing"), "colour")).containsExactly("12.5");
    back(tenant, version);
    assertThat(values(tenant, tenant.object("thing"), "colour")).containsExactly("12.5");
    assertThat(tenant.columns(tenant.object("thing"))).isEqualTo(tenant.columns(thing));
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> replace(tenant, SIMPLE + "  - {name: colour, type: date}\n"))
                .issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.code()).isEqualTo(MetadataError.VALUES_MISFIT));
  }

  @Test
  void the_type_of_a_large_tables_field_changes_by_a_column_beside_it() {
    TestTenant tenant = tenant("large");
    tenant.publish(PATH, COLOURED.formatted(", required: true, unique: true"));
    ObjectModel thing = tenant.object("thing");
    tenant
        .database()
        .inOwnerTransaction(
            tenant.tenant(),
            transaction ->
                transaction.execute(
                    SqlFragment.of("insert into ")
                        .then(SqlFragment.identifier(thing.schema(), thing.table()))
                        .then(" (id, created_at, created_by, updated_at, updated_by, ")
                        .then(SqlFragment.identifier(column(thing, "colour")))
                        .then(
                            ") select gen_random_uuid(), now(), gen_random_uuid(), now(), gen_random_uuid(), n::text from generate_series(1, 120000) n")));
    String number =
        SIMPLE + "  - {name: colour, type: number, scale: 0, required: true, unique: true}\n";
    DeployPlan plan = tenant.publisher().plan(tenant.context(), TestTenant.changes(PATH, number));
    assertThat(plan.statements().stream().map(PlannedStatement::sql))
        .anyMatch(sql -> sql.contains("rename column \"s_"));
    // All of it is counted: filling the column beside comes first and takes longest.
    PlannedStatement filling = plan.statements().getFirst();
    assertThat(filling.sql()).startsWith("update ").contains(" set \"s_");
    assertThat(filling.lock()).isEqualTo(LockLevel.ROW_EXCLUSIVE);
    assertThat(filling.rows()).isBetween(100_000L, 140_000L);
    assertThat(filling.millis())
        .isGreaterThan(
            plan.statements().stream().skip(1).mapToLong(PlannedStatement::millis).sum());
    replace(tenant, number);
    ObjectModel after = tenant.object("thing");
    assertThat(column(after, "colour")).isEqualTo(column(thing, "colour"));
    assertThat(tenant.columns(after)).last().asString().endsWith(" numeric(18,0) not null");
    assertThat(
            tenant.rows(
                SqlFragment.of("select count(*), sum(")
                    .then(SqlFragment.identifier(column(after, "colour")))
                    .then(") from ")
                    .then(SqlFragment.identifier(after.schema(), after.table()))))
        .containsExactly("120000 | 7200060000");
    assertThatThrownBy(() -> insert(tenant, after, "colour", "7")).hasMessageContaining("u_");
  }
}
