package dev.huozi.sample.bench.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A pack of 30 objects with 20 fields each, three of them lookups, and three indexes; and the
/// tables that somebody would write by hand for it. Every lookup has an index of its own in both.
final class WidePack {
  static final int OBJECTS = 30;

  /// The fields beside the name, the lookups and the checks of each object, with the column that
  /// each would be.
  private static final List<Kind> KINDS =
      List.of(
          new Kind("code", "type: text\n    maxLength: 40", "text"),
          new Kind("stage", "type: picklist\n    optionset: wide_stage", "text"),
          new Kind("amount", "type: number\n    precision: 18\n    scale: 2", "numeric(18,2)"),
          new Kind("due", "type: date", "date"),
          new Kind("seen", "type: datetime", "timestamptz"),
          new Kind("done", "type: boolean", "boolean not null default false"),
          new Kind("share", "type: percent\n    scale: 4", "numeric(18,4)"),
          new Kind("mail", "type: email", "text"),
          new Kind("phone", "type: phone", "text"),
          new Kind("city", "type: text\n    maxLength: 80", "text"),
          new Kind("street", "type: text", "text"),
          new Kind("remark", "type: longtext", "text"),
          new Kind("pieces", "type: number\n    precision: 9\n    scale: 0", "numeric(9,0)"),
          new Kind("weight", "type: number\n    precision: 12\n    scale: 3", "numeric(12,3)"),
          new Kind("began", "type: date", "date"),
          new Kind("source", "type: picklist\n    optionset: wide_stage", "text"));

  /// How far the targets of an object's lookups are from it.
  private static final List<Integer> DISTANCES = List.of(1, 2, 5);

  private static final List<List<String>> INDEXES =
      List.of(List.of("due"), List.of("stage", "began"), List.of("amount"));

  private WidePack() {}

  /// A field as it is written in a pack, and as a column.
  private record Kind(String name, String yaml, String column) {}

  /// The pack's files by path.
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "pack.yaml",
        """
        id: wide
        version: 1.0.0
        label:
          zh: 宽
          en: Wide
        description:
          zh: 三十个对象。
          en: Thirty objects.
        requires:
          - pack: system
            version: ^1.0.0
        """);
    files.put(
        "optionsets/wide_stage.optionset.yaml",
        """
        name: wide_stage
        label:
          zh: 阶段
          en: Stage
        values:
          - code: open
            label:
              zh: 进行中
              en: Open
          - code: won
            label:
              zh: 赢单
              en: Won
        """);
    for (int i = 0; i < OBJECTS; i++) {
      files.put("objects/" + name(i) + ".object.yaml", object(i));
    }
    return files;
  }

  private static String name(int object) {
    return "wide_" + (object % OBJECTS + 1);
  }

  private static String object(int number) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: ").append(name(number)).append('\n');
    yaml.append("label:\n  zh: 对象").append(number + 1);
    yaml.append("\n  en: Object ").append(number + 1).append("\n");
    yaml.append("nameField: name\nfields:\n");
    field(yaml, "name", "type: text\n    maxLength: 120\n    required: true");
    for (int distance : DISTANCES) {
      String target = "type: lookup\n    target: " + name(number + distance);
      field(yaml, "to_" + distance, target);
    }
    KINDS.forEach(kind -> field(yaml, kind.name(), kind.yaml()));
    yaml.append("indexes:\n");
    for (List<String> index : INDEXES) {
      yaml.append("  - - ").append(String.join("\n    - ", index)).append('\n');
    }
    return yaml.toString();
  }

  private static void field(StringBuilder yaml, String name, String type) {
    yaml.append("  - name: ").append(name);
    yaml.append("\n    label:\n      zh: 字段 ").append(name);
    yaml.append("\n      en: Field ").append(name);
    yaml.append("\n    ").append(type).append('\n');
  }

  /// The same tables by hand.
  static List<String> byHand(String schema) {
    List<String> tables = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<String> indexes = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      String table = schema + "." + name(i);
      StringBuilder columns = new StringBuilder();
      for (int distance : DISTANCES) {
        columns.append(", to_").append(distance).append(" uuid");
        keys.add(
            "alter table %s add foreign key (to_%d) references %s.%s"
                .formatted(table, distance, schema, name(i + distance)));
        indexes.add("create index on %s (to_%d)".formatted(table, distance));
      }
      KINDS.forEach(
          kind -> columns.append(", ").append(kind.name()).append(' ').append(kind.column()));
      tables.add(
          "create table "
              + table
              + " (id uuid primary key, version integer not null default 1,"
              + " created_at timestamptz not null, created_by uuid not null,"
              + " updated_at timestamptz not null, updated_by uuid not null, name text not null"
              + columns
              + ")");
      for (List<String> index : INDEXES) {
        indexes.add("create index on %s (%s, id)".formatted(table, String.join(", ", index)));
      }
    }
    List<String> all = new ArrayList<>(List.of("create schema " + schema));
    all.addAll(tables);
    all.addAll(keys);
    all.addAll(indexes);
    return all;
  }
}
