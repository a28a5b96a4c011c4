package dev.huozi.metadata.change;

import static dev.huozi.metadata.change.Things.SIMPLE;
import static dev.huozi.metadata.change.Things.field;
import static dev.huozi.metadata.change.Things.losses;
import static dev.huozi.metadata.change.Things.problems;
import static dev.huozi.metadata.change.Things.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of the tables when a model is published.
@Tag("db")
class PublishedTablesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static TestTenant tenant(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
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
}
