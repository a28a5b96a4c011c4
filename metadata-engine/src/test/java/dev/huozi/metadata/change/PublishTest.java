package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.schema.MetadataFence;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
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

@Tag("db")
class PublishTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String SIMPLE =
      """
      name: thing
      nameField: name
      fields:
        - {name: name, type: text}
      """;

  private static TestTenant tenant(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
  }

  private static FieldModel field(ObjectModel object, String name) {
    return Objects.requireNonNull(object.field(name), name);
  }

  private static List<String> problems(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).as("a problem").isNotNull();
    assertThat(problem.code()).isEqualTo(MetadataError.METADATA_INVALID);
    return TestModels.lines(problem);
  }

  private static List<String> losses(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).as("a problem").isNotNull();
    assertThat(problem.code()).isEqualTo(MetadataError.METADATA_DESTRUCTIVE);
    return problem.issues().stream()
        .map(issue -> issue.code().name() + " [" + issue.subject() + "] " + issue.parameters())
        .toList();
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
  void all_types_get_their_columns() {
    TestTenant tenant = tenant("types");
    tenant.publish(
        "optionsets/channel.optionset.yaml",
        "name: channel\nvalues: [{code: MT}]\n",
        "objects/parent.object.yaml",
        "name: parent\nnameField: name\nfields: [{name: name, type: text}]\n",
        "objects/thing.object.yaml",
        """
        name: thing
        nameField: no
        fields:
          - {name: no, type: autonumber, pattern: "T-{0000}"}
          - {name: text, type: text, required: true}
          - {name: longtext, type: longtext}
          - {name: number, type: number, precision: 12, scale: 0}
          - {name: currency, type: currency}
          - {name: percent, type: percent}
          - {name: boolean, type: boolean, defaultValue: true}
          - {name: date, type: date}
          - {name: datetime, type: datetime}
          - {name: picklist, type: picklist, optionset: channel}
          - {name: lookup, type: lookup, target: parent, onDelete: clear}
          - {name: polylookup, type: polylookup, targets: [parent, user]}
          - {name: masterdetail, type: masterdetail, target: parent}
          - {name: user, type: user}
          - {name: email, type: email, unique: true}
          - {name: phone, type: phone}
        uniqueKeys: [[text, date]]
        indexes: [[user, created_at], [text]]
        """);
    ObjectModel thing = tenant.object("thing");
    List<String> types =
        tenant.columns(thing).stream()
            .map(column -> column.replaceFirst("^c_[0-9a-z]+ ", ""))
            .toList();
    assertThat(types)
        .containsExactly(
            "id uuid not null",
            "version integer not null",
            "created_at timestamp with time zone not null",
            "created_by uuid not null",
            "updated_at timestamp with time zone not null",
            "updated_by uuid not null",
            "currency text",
            "text",
            "text not null",
            "text",
            "numeric(12,0)",
            "numeric(18,2)",
            "numeric(18,4)",
            "boolean not null",
            "date",
            "timestamp with time zone",
            "text",
            "uuid",
            "uuid",
            "uuid",
            "uuid not null",
            "uuid",
            "text",
            "text");
    assertThat(thing.hasCurrency()).isTrue();
    assertThat(field(thing, "polylookup").columns()).hasSize(2);
    assertThat(keys(tenant, thing)).isEqualTo(5);
  }

  /// Foreign keys of an object's table, all of them valid.
  private static int keys(TestTenant tenant, ObjectModel object) {
    List<String> keys =
        tenant.rows(
            SqlFragment.of(
                """
                select k.convalidated from pg_constraint k join pg_class c on c.oid = k.conrelid
                join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and n.nspname = ? and c.relname = ?
                """,
                object.schema().name(),
                object.table().name()));
    assertThat(keys).allMatch("t"::equals);
    return keys.size();
  }

  @Test
  void any_word_is_a_good_name_and_long_names_stay_distinct() {
    TestTenant tenant = tenant("names");
    String long1 = "很长的名字".repeat(15) + "12341";
    String long2 = "很长的名字".repeat(15) + "12342";
    tenant.publish(
        "objects/select.object.yaml",
        """
        name: select
        nameField: 客户
        fields:
          - {name: 客户, type: text}
          - {name: order, type: number}
          - {name: 😀, type: boolean}
          - {name: %s, type: date}
          - {name: %s, type: text}
        """
            .formatted(long1, long2),
        "objects/%s.object.yaml".formatted(long1),
        "name: %s\nnameField: table\nfields: [{name: table, type: text}]\n".formatted(long1),
        "objects/%s.object.yaml".formatted(long2),
        "name: %s\nnameField: user\nfields: [{name: user, type: text}]\n".formatted(long2));
    ObjectModel select = tenant.object("SELECT");
    assertThat(field(select, long1).column()).isNotEqualTo(field(select, long2).column());
    assertThat(field(select, "😀").column().name()).startsWith("c_");
    assertThat(tenant.object(long1).table()).isNotEqualTo(tenant.object(long2).table());
    assertThat(tenant.columns(select)).hasSize(11);
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

  private static SqlFragment table(TestTenant tenant, SqlIdentifier table) {
    return SqlFragment.of("select count(*) from ")
        .then(SqlFragment.identifier(tenant.tenant().schema(), table));
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
  void a_removed_fields_column_is_parked_and_no_other_field_gets_it() {
    TestTenant tenant = tenant("parked");
    String with = SIMPLE + "  - {name: colour, type: text%s}\n";
    tenant.publish("objects/thing.object.yaml", with.formatted(""));
    ObjectModel thing = tenant.object("thing");
    SqlIdentifier column = field(thing, "colour").column();
    tenant.insert(
        thing,
        SqlFragment.of(", ").then(SqlFragment.identifier(column)),
        SqlFragment.of(", ?", "secret"));

    assertThat(losses(() -> tenant.publish("objects/thing.object.yaml", SIMPLE)))
        .containsExactly("VALUES_LOST [object thing fields.colour] {rows=1}");
    tenant
        .publisher()
        .publish(
            tenant.context(),
            TestTenant.changes("objects/thing.object.yaml", SIMPLE),
            new Approval(tenant.version(), null, true));
    assertThat(tenant.object("thing").field("colour")).isNull();
    assertThat(tenant.columns(tenant.object("thing"))).hasSize(8);

    tenant.publish("objects/thing.object.yaml", SIMPLE + "  - {name: size, type: number}\n");
    assertThat(field(tenant.object("thing"), "size").column()).isNotEqualTo(column);
    tenant.publish(
        "objects/thing.object.yaml",
        SIMPLE + "  - {name: size, type: number}\n  - {name: shape, type: phone}\n");
    assertThat(field(tenant.object("thing"), "shape").column()).isNotEqualTo(column);
    assertThat(
            tenant.rows(
                SqlFragment.of("select ")
                    .then(SqlFragment.identifier(column))
                    .then(" from ")
                    .then(SqlFragment.identifier(thing.schema(), thing.table()))))
        .as("what the field held waits for a return to a version that has it")
        .containsExactly("secret");
  }

  @Test
  void a_renamed_field_keeps_its_column_and_a_renamed_object_its_table() {
    TestTenant tenant = tenant("renamed");
    tenant.publish("objects/thing.object.yaml", SIMPLE + "  - {name: colour, type: text}\n");
    ObjectModel before = tenant.object("thing");
    tenant.publish(
        "objects/ding.object.yaml",
        SIMPLE.replace("name: thing", "name: ding\nwas: thing")
            + "  - {name: farbe, type: text, was: colour}\n");
    assertThat(tenant.snapshot().object("thing")).isNull();
    ObjectModel after = tenant.object("ding");
    assertThat(after.table()).isEqualTo(before.table());
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(field(after, "farbe").column()).isEqualTo(field(before, "colour").column());
  }

  @Test
  void rows_that_are_there_decide_what_is_possible() {
    TestTenant tenant = tenant("rows");
    tenant.publish("objects/thing.object.yaml", SIMPLE + "  - {name: code, type: text}\n");
    ObjectModel thing = tenant.object("thing");
    SqlFragment columns =
        SqlFragment.of(", ")
            .then(SqlFragment.identifier(field(thing, "name").column()))
            .then(", ")
            .then(SqlFragment.identifier(field(thing, "code").column()));
    tenant.insert(thing, columns, SqlFragment.of(", ?, ?", "a", "X"));
    tenant.insert(thing, columns, SqlFragment.of(", ?, ?", "b", "x"));
    tenant.insert(thing, columns, SqlFragment.of(", ?, ?", null, null));

    assertThat(
            problems(() ->
                tenant.publish(
                    "objects/thing.object.yaml",
                    SIMPLE + "  - {name: code, type: text, unique: true}\n")))
        .containsExactly("UNIQUE_HAS_DUPLICATES [object thing fields.code]");
    assertThat(
            problems(() ->
                tenant.publish(
                    "objects/thing.object.yaml",
                    SIMPLE + "  - {name: code, type: text, required: true}\n")))
        .containsExactly("REQUIRED_HAS_BLANKS [object thing fields.code]");
    String more =
        SIMPLE + "  - {name: code, type: text}\n  - {name: grade, type: text, required: true%s}\n";
    assertThat(problems(() -> tenant.publish("objects/thing.object.yaml", more.formatted(""))))
        .containsExactly("REQUIRED_NEEDS_DEFAULT [object thing fields.grade]");
    assertThat(
            losses(
                () -> tenant.remove(new MetadataChange.Remove(new MetadataRef("object", "thing")))))
        .containsExactly("RECORDS_LOST [object thing] {rows=3}");

    tenant.publish("objects/thing.object.yaml", more.formatted(", defaultValue: $C"));
    assertThat(
            tenant.rows(
                SqlFragment.of("select distinct ")
                    .then(SqlFragment.identifier(field(tenant.object("thing"), "grade").column()))
                    .then(" from ")
                    .then(SqlFragment.identifier(thing.schema(), thing.table()))))
        .containsExactly("$C");
  }

  @Test
  void an_empty_object_can_be_removed_and_its_name_used_anew() {
    TestTenant tenant = tenant("removed");
    tenant.publish("objects/thing.object.yaml", SIMPLE);
    SqlIdentifier table = tenant.object("thing").table();
    tenant.remove(new MetadataChange.Remove(new MetadataRef("object", "Thing")));
    assertThat(tenant.snapshot().object("thing")).isNull();
    tenant.publish("objects/thing.object.yaml", SIMPLE);
    assertThat(tenant.object("thing").table()).isNotEqualTo(table);
  }

  @Test
  void new_keys_on_existing_tables_are_validated_and_indexed_afterwards() {
    TestTenant tenant = tenant("later");
    tenant.publish("objects/thing.object.yaml", SIMPLE);
    tenant.publish(
        "objects/thing.object.yaml",
        SIMPLE + "  - {name: owner, type: user}\n  - {name: due, type: date}\nindexes: [[due]]\n");
    ObjectModel thing = tenant.object("thing");
    assertThat(keys(tenant, thing)).isEqualTo(1);
    assertThat(
            tenant.rows(
                SqlFragment.of(
                    "select count(*) from pg_indexes where schemaname = ? and tablename = ?",
                    thing.schema().name(),
                    thing.table().name())))
        .containsExactly("3");
    assertThat(tenant.rows(table(tenant, new SqlIdentifier("schema_task")))).containsExactly("0");
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
}
