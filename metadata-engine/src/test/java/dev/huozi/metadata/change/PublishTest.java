package dev.huozi.metadata.change;

import static dev.huozi.metadata.change.Things.SIMPLE;
import static dev.huozi.metadata.change.Things.field;
import static dev.huozi.metadata.change.Things.problems;
import static dev.huozi.metadata.change.Things.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.schema.MetadataFence;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.store.DefaultSnapshotRegistry;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.DatabaseFailure;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Publishing: what is seen, agreed to and refused; who comes first.
@Tag("db")
class PublishTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static TestTenant tenant(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
  }

  @Test
  void another_plan_than_the_one_that_was_seen_is_refused() {
    TestTenant tenant = tenant("digest");
    ChangeList seen = TestTenant.changes("objects/thing.object.yaml", SIMPLE);
    ChangeList other =
        TestTenant.changes(
            "objects/thing.object.yaml", SIMPLE.replace("type: text", "type: text, maxLength: 9"));
    DeployPlan plan = tenant.publisher().plan(tenant.context(), seen);
    Approval approval = new Approval(plan.baseVersion(), plan.digest(), false);
    assertThatThrownBy(() -> tenant.publisher().publish(tenant.context(), other, approval))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(MetadataError.METADATA_PLAN_CHANGED));
    assertThat(tenant.version()).isEqualTo(plan.baseVersion());
    assertThat(tenant.publisher().publish(tenant.context(), seen, approval))
        .isEqualTo(plan.baseVersion() + 1);
  }

  @Test
  void a_plan_says_what_would_be_lost_and_a_column_without_values_is_no_loss() {
    TestTenant tenant = tenant("losses");
    String with = SIMPLE + "  - {name: colour, type: text}\n  - {name: old, type: boolean}\n";
    tenant.publish("objects/thing.object.yaml", with);
    ObjectModel thing = tenant.object("thing");
    SqlFragment column =
        SqlFragment.of(", ").then(SqlFragment.identifier(field(thing, "colour").column()));
    tenant.insert(thing, column, SqlFragment.of(", ?", "red"));
    tenant.insert(thing, column, SqlFragment.of(", ?", (Object) null));
    DeployPlan plan =
        tenant
            .publisher()
            .plan(tenant.context(), TestTenant.changes("objects/thing.object.yaml", SIMPLE));
    assertThat(plan.losses())
        .containsExactly(new Loss(new MetadataRef("object", "thing"), "fields.colour", 1));
    assertThat(plan.items().stream().map(item -> item.path() + " " + item.risk()))
        .containsExactlyInAnyOrder("fields.colour DESTRUCTIVE", "fields.old CAREFUL");
    DeployPlan renamed =
        tenant
            .publisher()
            .plan(
                tenant.context(),
                TestTenant.changes(
                    "objects/thing.object.yaml",
                    with.replace("name: colour", "name: farbe, was: colour")));
    assertThat(renamed.losses()).isEmpty();
  }

  @Test
  void a_stale_base_version_is_refused_and_changes_nothing() {
    TestTenant tenant = tenant("stale");
    long base = tenant.version();
    tenant.publish("objects/thing.object.yaml", SIMPLE);
    ChangeList other =
        TestTenant.changes("objects/other.object.yaml", SIMPLE.replace("thing", "other"));
    assertThatThrownBy(() -> tenant.publisher().publish(tenant.context(), other, Approval.at(base)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(MetadataError.METADATA_STALE);
              assertThat(problem.parameters())
                  .containsEntry("base", base)
                  .containsEntry("current", base + 1);
            });
    assertThat(tenant.version()).isEqualTo(base + 1);
    assertThat(tenant.snapshot().object("other")).isNull();
  }

  @Test
  void only_administrators_publish() {
    TestTenant tenant = tenant("roles");
    assertThatThrownBy(() ->
            tenant
                .publisher()
                .publish(
                    tenant.context(Principal.Role.USER),
                    TestTenant.changes("objects/thing.object.yaml", SIMPLE),
                    Approval.at(tenant.version())))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(MetadataError.METADATA_FORBIDDEN));
  }

  @Test
  void publishing_the_same_again_makes_no_version() {
    TestTenant tenant = tenant("same");
    long version = tenant.publish("objects/thing.object.yaml", SIMPLE);
    assertThat(tenant.publish("objects/thing.object.yaml", SIMPLE)).isEqualTo(version);
    assertThat(tenant.version()).isEqualTo(version);
  }

  @Test
  void failing_ddl_leaves_nothing_behind() {
    TestTenant tenant = tenant("failing");
    long version = tenant.version();
    String next = tenant.rows(counter(tenant)).getFirst();
    // The name that the planner will give to the new table is taken by somebody else.
    SqlIdentifier taken = new SqlIdentifier("o_" + Long.toString(Long.parseLong(next) + 1, 36));
    tenant
        .database()
        .inOwnerTransaction(
            tenant.tenant(),
            transaction ->
                transaction.execute(
                    SqlFragment.of("create view ")
                        .then(SqlFragment.identifier(tenant.tenant().schema(), taken))
                        .then(" as select 1 as one")));
    assertThatThrownBy(() -> tenant.publish("objects/thing.object.yaml", SIMPLE))
        .isInstanceOf(DatabaseFailure.class);
    assertThat(tenant.version()).isEqualTo(version);
    assertThat(tenant.rows(counter(tenant))).containsExactly(next);
    assertThat(tenant.snapshot().object("thing")).isNull();
    assertThat(tenant.rows(table(tenant, new SqlIdentifier("metadata_version"))))
        .containsExactly(Long.toString(version));
  }

  private static SqlFragment counter(TestTenant tenant) {
    return SqlFragment.of("select next from ")
        .then(
            SqlFragment.identifier(
                tenant.tenant().schema(), new SqlIdentifier("catalogue_counter")));
  }

  @Test
  void concurrent_publications_follow_each_other() throws Exception {
    TestTenant tenant = tenant("concurrent");
    long base = tenant.version();
    List<Callable<Long>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "thing" + i;
      all.add(() -> publishPatiently(tenant, name));
    }
    List<Long> versions = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (Future<Long> one : pool.invokeAll(all)) {
        versions.add(one.get());
      }
    }
    assertThat(versions)
        .doesNotHaveDuplicates()
        .allMatch(version -> version > base && version <= base + 8);
    assertThat(tenant.version()).isEqualTo(base + 8);
    for (int i = 0; i < 8; i++) {
      assertThat(tenant.columns(tenant.object("thing" + i))).hasSize(7);
    }
  }

  /// As a designer would: whoever was overtaken plans again.
  private static long publishPatiently(TestTenant tenant, String name) {
    while (true) {
      try {
        return tenant.publish(
            "objects/%s.object.yaml".formatted(name), SIMPLE.replace("thing", name));
      } catch (ProblemException problem) {
        if (problem.code() != MetadataError.METADATA_STALE) {
          throw problem;
        }
      }
    }
  }

  @Test
  void a_writer_with_the_old_version_notices_at_the_fence() {
    TestTenant tenant = tenant("fence");
    long before = tenant.version();
    tenant.publish("objects/thing.object.yaml", SIMPLE);
    Long seen =
        tenant
            .database()
            .inTransaction(
                tenant.tenant(), transaction -> MetadataFence.enter(transaction, tenant.tenant()));
    assertThat(seen).isEqualTo(before + 1);
  }

  @Test
  void another_node_has_the_new_model_as_soon_as_a_request_asks_for_it() {
    TestTenant tenant = tenant("nodes");
    try (TestDatabase.Node node = DATABASE.anotherNode()) {
      TestTenant other = new TestTenant(node.platform(), tenant.tenant());
      assertThat(other.snapshot().object("thing")).isNull();
      long version = tenant.publish("objects/thing.object.yaml", SIMPLE);
      assertThat(other.registry().current(tenant.tenant(), version).object("thing")).isNotNull();
    }
  }

  @Test
  void the_runtime_role_cannot_touch_the_catalogue() {
    TestTenant tenant = tenant("guarded");
    assertThatThrownBy(() ->
            tenant
                .database()
                .inTransaction(
                    tenant.tenant(),
                    transaction ->
                        transaction.execute(
                            SqlFragment.of("delete from ")
                                .then(
                                    SqlFragment.identifier(
                                        tenant.tenant().schema(),
                                        new SqlIdentifier("component"))))))
        .hasMessageContaining("42501");
  }

  @Test
  void system_objects_are_locked_but_for_words_and_own_fields() {
    TestTenant tenant = tenant("locked");
    String user = Objects.requireNonNull(SystemPack.files().get("objects/user.object.yaml"));
    assertThat(
            problems(() ->
                tenant.publish(
                    "objects/user.object.yaml", user.replace("maxLength: 100", "maxLength: 200"))))
        .contains("SYSTEM_LOCKED [object user fields.name.maxLength]");
    assertThat(
            problems(() ->
                tenant.publish(
                    "objects/user.object.yaml",
                    user.replace(
                        "indexes:", "  - {name: badge, type: text, required: true}\nindexes:"))))
        .containsExactly("SYSTEM_REQUIRED [object user fields.badge]");
    assertThat(
            problems(() ->
                tenant.remove(new MetadataChange.Remove(new MetadataRef("object", "activity")))))
        .containsExactly("SYSTEM_LOCKED [object activity]");
    tenant.publish(
        "objects/user.object.yaml",
        user.replace("en: Manager", "en: Boss")
            .replace("indexes:", "  - {name: badge, type: text}\nindexes:"));
    assertThat(tenant.object("user").field("badge")).isNotNull();
    tenant.publish(
        "objects/user.object.yaml",
        user.replace(
            "indexes:", "  - {name: badge, type: text, maxLength: 300, active: false}\nindexes:"));
    assertThat(tenant.object("user").field("badge")).isNull();
  }

  @Test
  void what_a_publication_made_is_what_the_catalogue_says() {
    TestTenant tenant = new TestTenant(DATABASE.platform(), DATABASE.tenant("same")).founded();
    tenant.publish(
        "objects/thing.object.yaml",
        """
        name: thing
        nameField: name
        fields:
          - {name: name, type: text}
          - {name: size, type: number, scale: 2, required: true}
          - {name: boss, type: user}
        indexes: [[size]]
        """);
    assertThat(tenant.object("thing"))
        .isEqualTo(
            new DefaultSnapshotRegistry(tenant.database(), TestModels.KINDS)
                .current(tenant.tenant(), tenant.version())
                .object("thing"));
  }
}
