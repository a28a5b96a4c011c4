package dev.huozi.metadata.schema;

import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.object.SystemFields;
import dev.huozi.metadata.schema.TableShape.Column;
import dev.huozi.metadata.schema.TableShape.ForeignKey;
import dev.huozi.metadata.schema.TableShape.Form;
import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.metadata.schema.TableShape.OneTarget;
import dev.huozi.metadata.schema.TableShape.Part;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shapes of all tables that a model asks for. Pure.
final class TableShapes {
  private final Model model;
  private final PhysicalModel physical;

  private TableShapes(Model model, PhysicalModel physical) {
    this.model = model;
    this.physical = physical;
  }

  /// By table name, in order of object id.
  static Map<SqlIdentifier, TableShape> of(Model model, PhysicalModel physical) {
    TableShapes shapes = new TableShapes(model, physical);
    Map<Long, ObjectType> objects = new LinkedHashMap<>();
    model
        .components(ObjectKind.ID)
        .forEach(component -> objects.put(component.id(), (ObjectType) component.definition()));
    Map<SqlIdentifier, TableShape> byName = new LinkedHashMap<>();
    for (PhysicalTable table : physical.inOrder()) {
      ObjectType object = objects.get(table.objectId());
      if (object != null) {
        byName.put(table.name(), shapes.new Builder(object, table).build());
      }
    }
    return byName;
  }

  /// Builds the shape of one table.
  private final class Builder {
    private final ObjectType object;
    private final PhysicalTable table;
    private final Map<SqlIdentifier, Column> columns = new LinkedHashMap<>();
    private final Map<SqlIdentifier, ForeignKey> foreignKeys = new LinkedHashMap<>();
    private final Map<SqlIdentifier, Index> indexes = new LinkedHashMap<>();
    private final Map<SqlIdentifier, OneTarget> checks = new LinkedHashMap<>();
    private boolean currency;

    Builder(ObjectType object, PhysicalTable table) {
      this.object = object;
      this.table = table;
    }

    TableShape build() {
      for (Field field : ObjectFields.of(model, object)) {
        add(field);
      }
      object.uniqueKeys().forEach(key -> addKey(key, true));
      object.indexes().forEach(key -> addKey(key, false));
      return new TableShape(table.name(), currency, columns, foreignKeys, indexes, checks);
    }

    private void add(Field field) {
      if (field.type().isVirtual()) {
        return;
      }
      currency |= field.type() instanceof FieldType.Currency;
      if (field.type() instanceof FieldType.PolyLookup lookup) {
        addPolyLookup(field, lookup);
        return;
      }
      SqlIdentifier column = column(field, 0).name();
      boolean required = field.required().isAlways() && field.active();
      columns.put(column, new Column(column, ColumnType.of(field.type()), required));
      if (field.type() instanceof FieldType.Formula) {
        SqlIdentifier error = column(field, PhysicalColumn.ERROR).name();
        columns.put(error, new Column(error, ColumnType.TEXT, false));
      }
      if (field.unique()) {
        Form form = isText(field.type()) ? Form.FOLDED : Form.PLAIN;
        put(new Index(named("u_", column), true, List.of(new Part(column, form))));
      }
      String target = ObjectFields.target(field.type());
      if (target != null) {
        boolean clear =
            field.type() instanceof FieldType.Lookup lookup
                && lookup.whenTargetGoes() == FieldType.OnDelete.clear;
        addForeignKey(column, target, clear);
      }
    }

    private void addPolyLookup(Field field, FieldType.PolyLookup lookup) {
      List<SqlIdentifier> all = new ArrayList<>();
      for (String target : lookup.targets()) {
        SqlIdentifier column = column(field, component(target).id()).name();
        columns.put(column, new Column(column, ColumnType.of(lookup), false));
        addForeignKey(column, target, false);
        all.add(column);
      }
      SqlIdentifier name = named("k_", all.getFirst());
      checks.put(name, new OneTarget(name, all, field.required().isAlways() && field.active()));
    }

    private void addForeignKey(SqlIdentifier column, String target, boolean clear) {
      PhysicalTable targetTable = physical.table(component(target).id());
      if (targetTable == null) {
        throw new IllegalStateException("Object (%s) has no table.".formatted(target));
      }
      SqlIdentifier name = named("f_", column);
      foreignKeys.put(name, new ForeignKey(name, column, targetTable.name(), clear));
      put(new Index(named("i_", column), false, List.of(new Part(column, Form.PLAIN))));
    }

    /// `x_5_7_9` for an index of `o_5` over `c_7` and `c_9`, `y_5_7_9` for a unique key.
    private void addKey(List<String> members, boolean unique) {
      StringBuilder name =
          new StringBuilder(unique ? "y" : "x").append(table.name().name().substring(1));
      List<Part> parts = new ArrayList<>();
      for (String member : members) {
        Part part = part(member, unique);
        parts.add(part);
        name.append('_').append(part.column().name().replaceFirst("^c_", ""));
      }
      if (!unique && !members.getLast().equals(SystemFields.ID)) {
        parts.add(new Part(new SqlIdentifier(SystemFields.ID), Form.PLAIN));
      }
      put(new Index(new SqlIdentifier(name.toString()), unique, parts));
    }

    private Part part(String member, boolean unique) {
      Field field = ObjectFields.find(model, object, member);
      if (field == null) {
        throw new IllegalStateException(
            "Object (%s) has no field (%s).".formatted(object.name(), member));
      }
      if (SystemFields.isReserved(field.name())) {
        return new Part(new SqlIdentifier(ApiName.key(field.name())), Form.PLAIN);
      }
      boolean code = field.type() instanceof FieldType.Picklist;
      Form form =
          !isText(field.type())
              ? Form.PLAIN
              : unique ? Form.FOLDED : code ? Form.PLAIN : Form.SORTED;
      return new Part(column(field, 0).name(), form);
    }

    private void put(Index index) {
      indexes.put(index.name(), index);
    }

    private PhysicalColumn column(Field field, long slot) {
      @Nullable PhysicalColumn found = table.find(ApiName.key(field.name()), slot);
      if (found == null) {
        throw new IllegalStateException(
            "Field (%s) of object (%s) has no column.".formatted(field.name(), object.name()));
      }
      return found;
    }
  }

  private Component component(String object) {
    Component found = model.component(ObjectKind.ID, object);
    if (found == null) {
      throw new IllegalStateException("There is no object (%s).".formatted(object));
    }
    return found;
  }

  private static boolean isText(FieldType type) {
    return ColumnType.of(type).base() == ColumnType.Base.TEXT;
  }

  private static SqlIdentifier named(String prefix, SqlIdentifier column) {
    return new SqlIdentifier(prefix + column.name());
  }
}
