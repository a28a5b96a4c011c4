package dev.huozi.metadata.snapshot;

import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.object.SystemFields;
import dev.huozi.metadata.schema.PhysicalColumn;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalTable;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;

/// Compiles checked components and their physical names into a snapshot. Pure.
public final class SnapshotCompiler {
  private final SqlIdentifier schema;
  private final Model model;
  private final PhysicalModel physical;

  private SnapshotCompiler(SqlIdentifier schema, Model model, PhysicalModel physical) {
    this.schema = schema;
    this.model = model;
    this.physical = physical;
  }

  /// @param schema the tenant's schema
  /// @param physical names for every object and field of the model
  public static MetadataSnapshot compile(
      SqlIdentifier schema, long version, Model model, PhysicalModel physical) {
    SnapshotCompiler compiler = new SnapshotCompiler(schema, model, physical);
    List<ObjectModel> objects =
        model.components(ObjectKind.ID).stream().map(compiler::object).toList();
    return new DefaultMetadataSnapshot(version, model, objects);
  }

  private ObjectModel object(Component component) {
    ObjectType definition = (ObjectType) component.definition();
    PhysicalTable table = physical.table(component.id());
    if (table == null) {
      throw new IllegalStateException("Object (%s) has no table.".formatted(definition.name()));
    }
    List<FieldModel> fields = new ArrayList<>();
    for (Field field : SystemFields.of(definition.name())) {
      fields.add(
          new FieldModel(fields.size(), field, List.of(new SqlIdentifier(field.name())), true));
    }
    for (Field field : ObjectFields.of(model, definition)) {
      if (field.active()) {
        fields.add(new FieldModel(fields.size(), field, columns(definition, field, table), false));
      }
    }
    return new ObjectModel(component.id(), definition, schema, table.name(), fields);
  }

  private List<SqlIdentifier> columns(ObjectType object, Field field, PhysicalTable table) {
    if (field.type().isVirtual()) {
      return List.of(VirtualColumns.name(field, table));
    }
    if (field.type() instanceof FieldType.Formula) {
      return List.of(
          column(object, field, table, 0), column(object, field, table, PhysicalColumn.ERROR));
    }
    if (!(field.type() instanceof FieldType.PolyLookup lookup)) {
      return List.of(column(object, field, table, 0));
    }
    List<SqlIdentifier> columns = new ArrayList<>();
    for (String target : lookup.targets()) {
      Component component = model.component(ObjectKind.ID, target);
      if (component == null) {
        throw new IllegalStateException(
            "Field (%s) of object (%s) points at no object (%s)."
                .formatted(field.name(), object.name(), target));
      }
      columns.add(column(object, field, table, component.id()));
    }
    return columns;
  }

  private static SqlIdentifier column(
      ObjectType object, Field field, PhysicalTable table, long slot) {
    PhysicalColumn column = table.find(ApiName.key(field.name()), slot);
    if (column == null) {
      throw new IllegalStateException(
          "Field (%s) of object (%s) has no column.".formatted(field.name(), object.name()));
    }
    return column.name();
  }
}
