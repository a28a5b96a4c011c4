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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds a table for every object and a column for every field: the one it has or had, else a new
/// one. What nobody wants any more is parked. In tables that have had very many columns a parked
/// one of the same type serves again, emptied and under a new name. Pure: the same input gives the
/// same names.
public final class PhysicalPlanner {
  private final Model model;
  private final PhysicalModel before;
  private final PhysicalModel remembered;
  private final NameCounter counter;
  private final Predicate<SqlIdentifier> crowded;
  private final Map<SqlIdentifier, SqlIdentifier> renamed = new HashMap<>();

  private PhysicalPlanner(
      Model model,
      PhysicalModel before,
      PhysicalModel remembered,
      NameCounter counter,
      Predicate<SqlIdentifier> crowded) {
    this.model = model;
    this.before = before;
    this.remembered = remembered;
    this.counter = counter;
    this.crowded = crowded;
  }

  /// What came out.
  ///
  /// @param renamed parked columns that serve a new field, old names by new ones: their old values
  ///   must go first
  public record Result(PhysicalModel physical, Map<SqlIdentifier, SqlIdentifier> renamed) {
    public Result {
      renamed = Map.copyOf(renamed);
    }
  }

  /// @param model the model whose objects want tables
  /// @param crowded which tables should not get more columns
  public static Result plan(
      Model model, PhysicalModel before, NameCounter counter, Predicate<SqlIdentifier> crowded) {
    return restore(model, before, PhysicalModel.EMPTY, counter, crowded);
  }

  /// Without a database, where no table is crowded.
  public static Result plan(Model model, PhysicalModel before, NameCounter counter) {
    return plan(model, before, counter, _ -> false);
  }

  /// For a model that was there before: tables and columns are the ones it had, as far as they
  /// still exist.
  ///
  /// @param remembered the physical names when the model was in force
  public static Result restore(
      Model model,
      PhysicalModel before,
      PhysicalModel remembered,
      NameCounter counter,
      Predicate<SqlIdentifier> crowded) {
    PhysicalPlanner planner = new PhysicalPlanner(model, before, remembered, counter, crowded);
    Map<Long, PhysicalTable> tables = new HashMap<>();
    for (Component component : model.components(ObjectKind.ID)) {
      tables.put(component.id(), planner.table(component));
    }
    before.tables().forEach((id, table) -> tables.putIfAbsent(id, table.park()));
    return new Result(new PhysicalModel(tables, counter.next()), planner.renamed);
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
      PhysicalColumn own = existing == null ? null : own(existing, one);
      kept.add(own);
      if (own != null) {
        taken.add(own);
      }
    }
    List<PhysicalColumn> columns = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      columns.add(column(name, wanted.get(i), kept.get(i), old, taken));
    }
    old.stream()
        .filter(column -> !taken.contains(column))
        .map(PhysicalColumn::park)
        .forEach(columns::add);
    return new PhysicalTable(component.id(), name, false, columns);
  }

  private record Wanted(String fieldKey, @Nullable String formerKey, long slot, ColumnType type) {}

  private List<Wanted> wanted(ObjectType object) {
    List<Wanted> wanted = new ArrayList<>();
    for (Field field : ObjectFields.of(model, object)) {
      if (field.type().isVirtual()) {
        continue;
      }
      String key = ApiName.key(field.name());
      String former = field.was() == null ? null : ApiName.key(field.was());
      ColumnType type = ColumnType.of(field.type());
      if (field.type() instanceof FieldType.PolyLookup lookup) {
        for (String target : lookup.targets()) {
          wanted.add(new Wanted(key, former, slot(target), type));
        }
      } else {
        wanted.add(new Wanted(key, former, 0, type));
        if (field.type() instanceof FieldType.Formula) {
          wanted.add(new Wanted(key, former, PhysicalColumn.ERROR, ColumnType.TEXT));
        }
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

  private @Nullable PhysicalColumn own(PhysicalTable table, Wanted wanted) {
    PhysicalTable former = remembered.table(table.objectId());
    if (former != null) {
      PhysicalColumn then = former.find(wanted.fieldKey(), wanted.slot());
      PhysicalColumn now = then == null ? null : table.column(then.name());
      if (now != null) {
        return now;
      }
    }
    PhysicalColumn same = table.find(wanted.fieldKey(), wanted.slot());
    String formerKey = wanted.formerKey();
    return same != null || formerKey == null ? same : table.find(formerKey, wanted.slot());
  }

  private PhysicalColumn column(
      SqlIdentifier table,
      Wanted wanted,
      @Nullable PhysicalColumn own,
      List<PhysicalColumn> old,
      Set<PhysicalColumn> taken) {
    if (own != null) {
      return own.with(wanted.fieldKey(), wanted.slot(), wanted.type());
    }
    SqlIdentifier name = counter.column();
    for (PhysicalColumn column : old) {
      if (column.parked()
          && column.type().equals(wanted.type())
          && crowded.test(table)
          && taken.add(column)) {
        renamed.put(name, column.name());
        break;
      }
    }
    return new PhysicalColumn(wanted.fieldKey(), wanted.slot(), name, wanted.type(), false);
  }
}
