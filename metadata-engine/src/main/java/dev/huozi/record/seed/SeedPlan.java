package dev.huozi.record.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.NearestName;
import dev.huozi.metadata.pack.SeedTable;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A seed file understood by a model: which fields its columns fill.
record SeedPlan(SeedTable table, ObjectModel object, List<SeedColumn> columns) {
  /// A record to make, in the shape of the write pipeline.
  record Wanted(SeedTable.Row row, ObjectNode values) {}

  /// Null when issues say why not.
  static @Nullable SeedPlan of(SeedTable table, MetadataSnapshot snapshot, Issues issues) {
    ObjectModel object = snapshot.object(table.object());
    if (object == null) {
      issues.add(
          Issue.error(MetadataError.SEED_OBJECT, null, "object", table.object())
              .at(new SourceLocation(table.file(), 1, 1)));
      return null;
    }
    List<SeedColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      Issues found = new Issues();
      SeedColumn column = column(table.header().get(i), object, snapshot, found);
      if (column != null && i == 0 && !isKey(column.field().field())) {
        found.error(
            MetadataError.SEED_KEY_FIELD,
            null,
            "field",
            column.field().name(),
            "object",
            object.name());
      }
      if (column != null) {
        columns.add(column);
      }
      SourceLocation place = table.atHeader(i);
      found.list().forEach(issue -> issues.add(issue.at(place)));
    }
    return columns.size() == table.header().size() ? new SeedPlan(table, object, columns) : null;
  }

  private static boolean isKey(Field field) {
    return field.unique()
        && (field.type() instanceof FieldType.Text
            || field.type() instanceof FieldType.Email
            || field.type() instanceof FieldType.Phone);
  }

  private static @Nullable SeedColumn column(
      String name, ObjectModel object, MetadataSnapshot snapshot, Issues issues) {
    String[] steps = name.split("\\.", -1);
    FieldModel field = object.field(steps[0]);
    if (field == null || field.system() || field.field().type().isGiven()) {
      List<String> known =
          object.fields().stream().filter(one -> !one.system()).map(FieldModel::name).toList();
      issues.error(
          MetadataError.FIELD_MISSING,
          null,
          "field",
          steps[0],
          "object",
          object.name(),
          "hint",
          NearestName.hint(known, steps[0]));
      return null;
    }
    SeedColumn column = column(field, steps);
    if (column == null || !isFindable(column, snapshot)) {
      issues.error(MetadataError.SEED_REFERENCE, null, "column", name);
      return null;
    }
    return column;
  }

  private static @Nullable SeedColumn column(FieldModel field, String[] steps) {
    return switch (field.field().type()) {
      case FieldType.PolyLookup poly ->
          steps.length == 3 && poly.targets().contains(steps[1])
              ? new SeedColumn(field, steps[1], steps[2])
              : null;
      case FieldType.Reference reference ->
          steps.length == 2 ? new SeedColumn(field, reference.target(), steps[1]) : null;
      case FieldType.Plain _ -> steps.length == 1 ? new SeedColumn(field, null, null) : null;
    };
  }

  /// Whether the named field of the target tells its records apart.
  private static boolean isFindable(SeedColumn column, MetadataSnapshot snapshot) {
    String target = column.target();
    String key = column.key();
    if (target == null || key == null) {
      return true;
    }
    ObjectModel object = snapshot.object(target);
    FieldModel field = object == null ? null : object.field(key);
    return field != null && field.field().unique();
  }

  /// The objects that must have their records before.
  Set<String> needs() {
    Set<String> needs = new HashSet<>();
    columns.forEach(column -> {
      if (column.target() instanceof String target) {
        needs.add(target);
      }
    });
    return needs;
  }

  FieldModel key() {
    return columns.getFirst().field();
  }

  /// @param issues gets values that their fields cannot hold
  Wanted wanted(SeedTable.Row row, MetadataSnapshot snapshot, Issues issues) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < columns.size(); i++) {
      String value = row.values().get(i);
      if (value.isEmpty()) {
        continue;
      }
      JsonNode json = columns.get(i).json(value, snapshot);
      if (json == null) {
        issues.add(
            Issue.error(
                    MetadataError.SEED_VALUE,
                    null,
                    "value",
                    value,
                    "field",
                    columns.get(i).field().name(),
                    "type",
                    columns.get(i).field().field().type().id())
                .at(table.at(row, i)));
      } else {
        values.set(columns.get(i).field().name(), json);
      }
    }
    missing(row, issues);
    return new Wanted(row, values);
  }

  private void missing(SeedTable.Row row, Issues issues) {
    Set<FieldModel> filled = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!row.values().get(i).isEmpty()) {
        filled.add(columns.get(i).field());
      }
    }
    Set<String> blank =
        object.fields().stream()
            .filter(field -> isNeeded(field.field()) && !field.system() && !filled.contains(field))
            .map(FieldModel::name)
            .collect(Collectors.toSet());
    for (String name : blank) {
      issues.add(
          Issue.error(MetadataError.SEED_REQUIRED, null, "field", name, "object", object.name())
              .at(new SourceLocation(table.file(), row.line(), 1)));
    }
  }

  private static boolean isNeeded(Field field) {
    return field.required().isAlways()
        && !field.hasDefault()
        && !field.type().isGiven()
        && !(field.type() instanceof FieldType.Bool);
  }
}
