package dev.huozi.metadata.schema;

import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.field.FieldTypeWords;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.schema.SchemaPlanner.State;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.HashMap;
import java.util.Map;

/// The dry run of changed field types: looks at the values that are there and names those that
/// would not do.
final class TypeChanges {
  private final State after;
  private final TableFacts facts;
  private final ColumnNames names;
  private final Issues issues;
  private final Map<SqlIdentifier, FieldType> types = new HashMap<>();

  TypeChanges(State before, State after, TableFacts facts, ColumnNames names, Issues issues) {
    this.after = after;
    this.facts = facts;
    this.names = names;
    this.issues = issues;
    each(before, (_, field, column) -> types.put(column, field.type()));
  }

  void check() {
    each(after, this::check);
  }

  /// A field in its column. Fields with several columns do not change their type.
  private interface Visitor {
    void visit(SqlIdentifier table, Field field, SqlIdentifier column);
  }

  private static void each(State state, Visitor visitor) {
    for (Component component : state.model().components(ObjectKind.ID)) {
      PhysicalTable table = state.physical().table(component.id());
      ObjectType object = (ObjectType) component.definition();
      for (Field field : ObjectFields.of(state.model(), object)) {
        PhysicalColumn column = table == null ? null : table.find(ApiName.key(field.name()), 0);
        if (table != null && column != null) {
          visitor.visit(table.name(), field, column.name());
        }
      }
    }
  }

  private void check(SqlIdentifier table, Field field, SqlIdentifier column) {
    FieldType before = types.get(column);
    if (before == null) {
      return;
    }
    SqlFragment misfit = Misfit.condition(column, before, field.type(), after.model());
    if (misfit == null) {
      return;
    }
    TableFacts.Misfits found = facts.misfits(table, column, misfit);
    if (found.count() > 0) {
      issues.error(
          MetadataError.VALUES_MISFIT,
          names.subject(table, column) + ".type",
          "count",
          found.count(),
          "before",
          FieldTypeWords.describe(before),
          "after",
          FieldTypeWords.describe(field.type()),
          "examples",
          found.examples());
    }
  }
}
