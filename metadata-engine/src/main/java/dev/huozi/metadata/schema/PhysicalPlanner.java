package dev.huozi.metadata.schema;

import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds a table for every object and a column for every field: the one it has, a parked one of the
/// same type, or a new one. Pure: the same input gives the same names.
public final class PhysicalPlanner {
  private final Model model;
  private final PhysicalModel before;
  private final NameCounter counter;
  private final Set<SqlIdentifier> reused = new HashSet<>();

  private PhysicalPlanner(Model model, PhysicalModel before, NameCounter counter) {
    this.model = model;
    this.before = before;
    this.counter = counter;
  }

  /// What came out.
  ///
  /// @param reused parked columns that serve a new field: their old values must go first
  public record Result(PhysicalModel physical, Set<SqlIdentifier> reused) {
    public Result {
      reused = Set.copyOf(reused);
    }
  }

  /// @param model the model whose objects want tables
  public static Result plan(Model model, PhysicalModel before, NameCounter counter) {
    PhysicalPlanner planner = new PhysicalPlanner(model, before, counter);
    Map<Long, PhysicalTable> tables = new HashMap<>();
    for (Component component : model.components(ObjectKind.ID)) {
      tables.put(component.id(), planner.table(component));
    }
    return new Result(new PhysicalModel(tables, counter.next()), planner.reused);
  }

  private PhysicalTable table(Component component) {
    PhysicalTable existing = before.table(component.id());
    SqlIdentifier name = existing == null ? counter.table() : existing.name();
    List<PhysicalColumn> old = existing == null ? List.of() : existing.columns();
    Set<PhysicalColumn> taken = new HashSet<>();
    List<Wanted> wanted = wanted((ObjectType) component.definition());
    // Fields keep what they have before new ones look for a parked column.
    List<@Nullable PhysicalColumn> kept = new ArrayList<>();
    for (Wanted one : wanted) {
      PhysicalColumn own = own(old, one);
      kept.add(own);
      if (own != null) {
        taken.add(own);
      }
    }
    List<PhysicalColumn> columns = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      columns.add(column(wanted.get(i), kept.get(i), old, taken));
    }
    old.stream()
        .filter(column -> !taken.contains(column))
        .map(PhysicalColumn::park)
        .forEach(columns::add);
    return new PhysicalTable(component.id(), name, columns);
  }

  private record Wanted(String fieldKey, @Nullable String formerKey, long slot, ColumnType type) {}

  private List<Wanted> wanted(ObjectType object) {
    List<Wanted> wanted = new ArrayList<>();
    for (Field field : ObjectFields.of(model, object)) {
      String key = ApiName.key(field.name());
      String former = field.was() == null ? null : ApiName.key(field.was());
      ColumnType type = ColumnType.of(field.type());
      if (field.type() instanceof FieldType.PolyLookup lookup) {
        for (String target : lookup.targets()) {
          wanted.add(new Wanted(key, former, slot(target), type));
        }
      } else {
        wanted.add(new Wanted(key, former, 0, type));
      }
    }
    return wanted;
  }

  private long slot(String target) {
    Component component = model.component(ObjectKind.ID, target);
    if (component == null) {
      throw new IllegalArgumentException(
          "There is no object (%s) to point at. The check before finds that.".formatted(target));
    }
    return component.id();
  }

  private static @Nullable PhysicalColumn own(List<PhysicalColumn> columns, Wanted wanted) {
    PhysicalColumn same = find(columns, wanted.fieldKey(), wanted);
    String former = wanted.formerKey();
    return same != null || former == null ? same : find(columns, former, wanted);
  }

  private static @Nullable PhysicalColumn find(
      List<PhysicalColumn> columns, String fieldKey, Wanted wanted) {
    for (PhysicalColumn column : columns) {
      if (!column.parked()
          && column.slot() == wanted.slot()
          && column.fieldKey().equals(fieldKey)
          && column.type().base() == wanted.type().base()) {
        return column;
      }
    }
    return null;
  }

  private PhysicalColumn column(
      Wanted wanted,
      @Nullable PhysicalColumn own,
      List<PhysicalColumn> old,
      Set<PhysicalColumn> taken) {
    if (own != null) {
      return own.with(wanted.fieldKey(), wanted.slot(), wanted.type());
    }
    for (PhysicalColumn column : old) {
      if (column.parked() && column.type().equals(wanted.type()) && taken.add(column)) {
        reused.add(column.name());
        return column.with(wanted.fieldKey(), wanted.slot(), wanted.type());
      }
    }
    return new PhysicalColumn(
        wanted.fieldKey(), wanted.slot(), counter.column(), wanted.type(), false);
  }
}
