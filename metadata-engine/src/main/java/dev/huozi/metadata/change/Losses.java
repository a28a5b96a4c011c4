package dev.huozi.metadata.change;

import dev.huozi.metadata.extension.Extension;
import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.schema.PhysicalColumn;
import dev.huozi.metadata.schema.PhysicalTable;
import dev.huozi.metadata.schema.SchemaPlanner.State;
import dev.huozi.metadata.schema.TableFacts;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts what can no longer be reached after a change: records of objects that go, values of
/// fields that go. Columns without values are no loss.
final class Losses {
  private final State before;
  private final State after;
  private final TableFacts facts;
  private final Map<Long, MetadataRef> names = new HashMap<>();
  private final List<Loss> losses = new ArrayList<>();

  private Losses(State before, State after, TableFacts facts) {
    this.before = before;
    this.after = after;
    this.facts = facts;
    after.model().components().forEach(component -> names.put(component.id(), component.ref()));
  }

  static List<Loss> between(State before, State after, TableFacts facts) {
    Losses losses = new Losses(before, after, facts);
    before.model().components(ObjectKind.ID).forEach(losses::object);
    return losses.losses;
  }

  private void object(Component component) {
    PhysicalTable table = before.physical().table(component.id());
    if (table == null) {
      return;
    }
    if (!names.containsKey(component.id())) {
      long rows = facts.rows(table.name());
      if (rows > 0) {
        losses.add(new Loss(component.ref(), "", rows));
      }
      return;
    }
    fields(component, table);
  }

  private void fields(Component component, PhysicalTable table) {
    Set<SqlIdentifier> kept = live(after.physical().table(component.id()));
    List<Loss> found = new ArrayList<>();
    List<List<PhysicalColumn>> columns = new ArrayList<>();
    owners(component)
        .forEach((owner, fields) -> {
          for (Field field : fields) {
            if (field.type() instanceof FieldType.Formula) {
              continue; // computed again whenever it is wanted
            }
            List<PhysicalColumn> gone = gone(table, field, kept);
            if (!gone.isEmpty()) {
              found.add(new Loss(owner, "fields." + field.name(), 0));
              columns.add(gone);
            }
          }
        });
    if (found.isEmpty()) {
      return;
    }
    List<Long> rows = facts.filled(table.name(), columns);
    for (int i = 0; i < found.size(); i++) {
      if (rows.get(i) > 0) {
        losses.add(new Loss(found.get(i).ref(), found.get(i).path(), rows.get(i)));
      }
    }
  }

  private static List<PhysicalColumn> gone(
      PhysicalTable table, Field field, Set<SqlIdentifier> kept) {
    return table.columns().stream()
        .filter(column ->
            !column.parked()
                && column.fieldKey().equals(ApiName.key(field.name()))
                && !kept.contains(column.name()))
        .toList();
  }

  /// The fields of an object's table by the component that defines them, under their names to come.
  private Map<MetadataRef, List<Field>> owners(Component component) {
    ObjectType object = (ObjectType) component.definition();
    Map<MetadataRef, List<Field>> owners = new LinkedHashMap<>();
    owners.put(names.getOrDefault(component.id(), component.ref()), object.fields());
    for (Component other : before.model().components(ExtensionKind.ID)) {
      Extension extension = (Extension) other.definition();
      if (ApiName.same(extension.object(), object.name())) {
        owners.put(names.getOrDefault(other.id(), other.ref()), extension.fields());
      }
    }
    return owners;
  }

  private static Set<SqlIdentifier> live(@Nullable PhysicalTable table) {
    Set<SqlIdentifier> names = new HashSet<>();
    if (table != null) {
      table.columns().stream()
          .filter(column -> !column.parked())
          .forEach(column -> names.add(column.name()));
    }
    return names;
  }
}
