package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever is published, going back leaves catalogue, tables and rows as they were.
@Tag("db")
class RollbackPropertyTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int CASES = 200;
  private static final List<String> NEW_FIELDS =
      List.of(
          "type: text",
          "type: text, unique: true",
          "type: longtext",
          "type: number, precision: 9, scale: 3",
          "type: currency",
          "type: percent",
          "type: boolean",
          "type: date",
          "type: datetime",
          "type: picklist, optionset: level",
          "type: lookup, target: shop",
          "type: lookup, target: shop, onDelete: clear",
          "type: polylookup, targets: [shop, visit]",
          "type: user",
          "type: email",
          "type: autonumber, pattern: \"N-{0000}\"");

  /// Fields by name as they stand in the file, by object; then keys.
  private record State(Map<String, Map<String, String>> fields, Map<String, String> keys) {
    State copy() {
      Map<String, Map<String, String>> copy = new LinkedHashMap<>();
      fields.forEach((object, own) -> copy.put(object, new LinkedHashMap<>(own)));
      return new State(copy, new LinkedHashMap<>(keys));
    }

    String yaml(String object) {
      return "name: %s\nnameField: name\nfields:\n".formatted(object)
          + Objects.requireNonNull(fields.get(object)).entrySet().stream()
              .map(field -> "  - {name: %s, %s}\n".formatted(field.getKey(), field.getValue()))
              .collect(Collectors.joining())
          + keys.getOrDefault(object, "");
    }
  }

  private static State start() {
    State state = new State(new LinkedHashMap<>(), new LinkedHashMap<>());
    state
        .fields()
        .put(
            "shop",
            fields("name", "type: text, required: true", "size", "type: text, maxLength: 20"));
    state
        .fields()
        .put(
            "visit",
            fields(
                "name", "type: text",
                "shop", "type: lookup, target: shop",
                "amount", "type: number, precision: 8, scale: 2",
                "done", "type: boolean",
                "due", "type: date"));
    state
        .fields()
        .put("note", fields("name", "type: text", "visit", "type: masterdetail, target: visit"));
    state.keys().put("shop", "uniqueKeys: [[name]]\n");
    state.keys().put("visit", "indexes: [[due, name], [amount]]\n");
    return state;
  }

  /// In the order given, so that a seed gives the same run.
  private static Map<String, String> fields(String... namesAndTexts) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return fields;
  }

  @Test
  void two_hundred_random_changes_and_the_way_back_leave_everything_as_it_was() {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    Random random = new Random(seed);
    TestTenant tenant = new TestTenant(DATABASE.platform(), DATABASE.tenant("back")).founded();
    State start = start();
    publish(tenant, start, List.of(), "values: [{code: A}, {code: B}]");
    fill(tenant);
    long version = tenant.version();
    List<String> before = dump(tenant);
    int published = 0;
    for (int i = 0; i < CASES; i++) {
      List<String> log = new ArrayList<>();
      State state = start.copy();
      for (int step = random.nextInt(2); step >= 0; step--) {
        published += change(tenant, state, random, log) ? 1 : 0;
      }
      tenant
          .versions()
          .rollback(tenant.context(), version, new Approval(tenant.version(), null, true), "back");
      assertThat(dump(tenant))
          .as("seed %d, case %d: %s", seed, i, log)
          .containsExactlyElementsOf(before);
    }
    assertThat(published)
        .as("seed %d: change lists that were published", seed)
        .isGreaterThan(CASES);
  }

  private static boolean change(TestTenant tenant, State state, Random random, List<String> log) {
    State wished = state.copy();
    List<MetadataChange> removed = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutate(wished, random, removed, log);
    }
    String codes =
        random.nextInt(3) == 0
            ? "values: [{code: A}, {code: B}, {code: C%d}]".formatted(random.nextInt(9))
            : "values: [{code: A}, {code: B}]";
    try {
      publish(tenant, wished, removed, codes);
    } catch (ProblemException refused) {
      assertThat(refused.code()).as("%s", log).isEqualTo(MetadataError.METADATA_INVALID);
      log.add("refused " + refused.issues());
      return false;
    }
    state.fields().clear();
    state.fields().putAll(wished.fields());
    state
        .fields()
        .values()
        .forEach(own -> own.replaceAll((_, text) -> text.replaceAll(", was: .*", "")));
    state.keys().clear();
    state.keys().putAll(wished.keys());
    return true;
  }

  private static void mutate(
      State state, Random random, List<MetadataChange> removed, List<String> log) {
    List<String> objects = List.copyOf(state.fields().keySet());
    String object = objects.get(random.nextInt(objects.size()));
    Map<String, String> fields = Objects.requireNonNull(state.fields().get(object));
    List<String> names = fields.keySet().stream().filter(name -> !name.equals("name")).toList();
    String field = names.isEmpty() ? "name" : names.get(random.nextInt(names.size()));
    String text = Objects.requireNonNull(fields.get(field));
    int kind = random.nextInt(8);
    switch (kind) {
      case 0, 1, 2 ->
          fields.put(
              "f" + random.nextInt(1_000), NEW_FIELDS.get(random.nextInt(NEW_FIELDS.size())));
      case 3 -> {
        if (!field.equals("name")) {
          fields.remove(field);
          state.keys().remove(object);
        }
      }
      case 4 -> {
        if (!field.equals("name")) {
          fields.remove(field);
          fields.put(field + "x", text + ", was: " + field);
          state.keys().remove(object);
        }
      }
      case 5 -> fields.replace(field, otherType(text));
      case 6 -> state.keys().put(object, "indexes: [[name], [created_at, name]]\n");
      default -> {
        if (object.equals("note")) {
          state.fields().remove(object);
          removed.add(new MetadataChange.Remove(new MetadataRef("object", object)));
        } else {
          state
              .fields()
              .putIfAbsent(
                  "o" + random.nextInt(1_000),
                  fields("name", "type: text", "to", "type: lookup, target: " + object));
        }
      }
    }
    log.add(kind + " " + object + " " + field);
  }

  private static String otherType(String text) {
    return switch (text) {
      case "type: text, maxLength: 20" -> "type: number, precision: 6, scale: 1";
      case "type: number, precision: 8, scale: 2" -> "type: currency, precision: 12, scale: 4";
      case "type: currency" -> "type: text";
      case "type: date" -> "type: text, maxLength: 10";
      case "type: text" -> "type: longtext";
      default -> text;
    };
  }

  private static void publish(
      TestTenant tenant, State state, List<MetadataChange> removed, String codes) {
    List<String> files =
        new ArrayList<>(List.of("optionsets/level.optionset.yaml", "name: level\n" + codes + "\n"));
    for (String object : state.fields().keySet()) {
      files.add("objects/%s.object.yaml".formatted(object));
      files.add(state.yaml(object));
    }
    List<MetadataChange> changes =
        new ArrayList<>(TestTenant.changes(files.toArray(String[]::new)).changes());
    changes.addAll(removed);
    tenant
        .publisher()
        .publish(
            tenant.context(),
            new ChangeList(changes, "random"),
            new Approval(tenant.version(), null, true));
  }

  private static void fill(TestTenant tenant) {
    ObjectModel shop = tenant.object("shop");
    ObjectModel visit = tenant.object("visit");
    for (int i = 1; i <= 3; i++) {
      String shopId =
          tenant
              .insert(
                  shop,
                  columns(shop, "name", "size"),
                  SqlFragment.of(", ?, ?", "S" + i, Integer.toString(i * 10)))
              .toString();
      tenant.insert(
          visit,
          columns(visit, "name", "shop", "amount", "done", "due"),
          SqlFragment.of(", ?, ?, ?, ?, ?", "V" + i, shopId, i + ".25", i == 1, "2026-02-0" + i));
    }
  }

  private static SqlFragment columns(ObjectModel object, String... fields) {
    SqlFragment all = SqlFragment.EMPTY;
    for (String field : fields) {
      SqlIdentifier column = Objects.requireNonNull(object.field(field), field).column();
      all = all.then(", ").then(SqlFragment.identifier(column));
    }
    return all;
  }

  /// Catalogue, tables, keys, indexes and rows; without the counters of versions.
  private static List<String> dump(TestTenant tenant) {
    SqlIdentifier schema = tenant.tenant().schema();
    List<String> all = new ArrayList<>();
    all.addAll(
        tenant.rows(
            SqlFragment.of(
                """
                select c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                  pg_get_expr(d.adbin, d.adrelid)
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where n.nspname = ? and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1, 2
                """,
                schema.name())));
    all.addAll(
        tenant.rows(
            SqlFragment.of(
                """
                select c.relname, k.conname, pg_get_constraintdef(k.oid), k.convalidated
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and k.contype <> 'n' order by 1, 2
                """,
                schema.name())));
    all.addAll(
        tenant.rows(
            SqlFragment.of(
                "select indexdef from pg_indexes where schemaname = ? order by indexname",
                schema.name())));
    all.addAll(rows(tenant, "component", "id, kind, name, name_key, pack, body"));
    all.addAll(rows(tenant, "physical_table", "object_id, name, parked"));
    all.addAll(rows(tenant, "physical_column", "object_id, name, field_key, slot, type, parked"));
    all.addAll(rows(tenant, "pack_component", "pack, kind, name_key, name"));
    all.addAll(rows(tenant, "schema_task", "table_name, name"));
    for (String object : List.of("shop", "visit", "note")) {
      ObjectModel model = tenant.object(object);
      all.addAll(rows(tenant, model.table().name(), "*"));
    }
    return all;
  }

  private static List<String> rows(TestTenant tenant, String table, String columns) {
    SqlIdentifier schema = tenant.tenant().schema();
    List<String> names = columns.equals("*") ? List.of() : List.of(columns.split(", "));
    SqlFragment selected =
        names.isEmpty()
            ? SqlFragment.of("to_jsonb(t)::text")
            : SqlFragment.join(
                " || ' | ' || ",
                names.stream()
                    .map(name ->
                        SqlFragment.identifier(new SqlIdentifier("t"), new SqlIdentifier(name))
                            .then("::text"))
                    .toList());
    return tenant.rows(
        SqlFragment.of("select ")
            .then(selected)
            .then(" from ")
            .then(SqlFragment.identifier(schema, new SqlIdentifier(table)))
            .then(" t order by 1"));
  }
}
