package dev.huozi.record.query;

import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of an object as a formula sees them. The `source` of each is its `FieldModel`, or
/// `Root.USER` for `$User`.
public final class ObjectScope implements FieldScope {
  private static final String USER = "$User";

  private final MetadataSnapshot snapshot;
  private final ObjectModel object;
  private final boolean withRoots;
  private final boolean withPaths;

  private ObjectScope(
      MetadataSnapshot snapshot, ObjectModel object, boolean withRoots, boolean withPaths) {
    this.snapshot = snapshot;
    this.object = object;
    this.withRoots = withRoots;
    this.withPaths = withPaths;
  }

  /// Names that stand for something outside the record.
  public enum Root {
    /// The record of whoever asks in the object `user`.
    USER
  }

  public static ObjectScope of(ObjectModel object, MetadataSnapshot snapshot) {
    return new ObjectScope(snapshot, object, true, true);
  }

  @Override
  public String objectName() {
    return object.name();
  }

  @Override
  public @Nullable ScopedField find(String name) {
    if (withRoots && name.equalsIgnoreCase(USER)) {
      return user();
    }
    FieldModel field = object.field(name);
    FieldModel found = field == null ? byLabel(name) : field;
    return found == null ? null : scoped(found);
  }

  private @Nullable FieldModel byLabel(String label) {
    List<FieldModel> found =
        object.fields().stream()
            .filter(field -> field.field().label().texts().containsValue(label))
            .toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  @Override
  public @Nullable FieldScope follow(ScopedField reference) {
    if (reference.source() == Root.USER) {
      ObjectModel user = snapshot.object(ReferenceTargets.USER_OBJECT);
      return user == null ? null : new ObjectScope(snapshot, user, false, false);
    }
    if (!withPaths || !(reference.source() instanceof FieldModel field)) {
      return null;
    }
    List<ReferenceTargets.Target> targets = ReferenceTargets.of(field, snapshot);
    return targets.size() == 1
        ? new ObjectScope(snapshot, targets.getFirst().object(), false, true)
        : null;
  }

  @Override
  public Collection<ScopedField> fields() {
    List<ScopedField> all = new ArrayList<>();
    object.fields().forEach(field -> all.add(scoped(field)));
    if (withRoots) {
      all.add(user());
    }
    return all;
  }

  private static ScopedField user() {
    FormulaType type = new FormulaType.Reference(List.of(ReferenceTargets.USER_OBJECT));
    return new ScopedField(USER, USER, LocalizedText.EMPTY, type, Root.USER);
  }

  private ScopedField scoped(FieldModel field) {
    return new ScopedField(
        field.column().name(), field.name(), field.field().label(), type(field), field);
  }

  private FormulaType type(FieldModel field) {
    return switch (field.field().type()) {
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _ ->
          FormulaType.TEXT;
      case FieldType.Number _ -> FormulaType.NUMBER;
      case FieldType.Currency _ -> FormulaType.CURRENCY;
      case FieldType.Percent _ -> FormulaType.PERCENT;
      case FieldType.Bool _ -> FormulaType.BOOLEAN;
      case FieldType.Date _ -> FormulaType.DATE;
      case FieldType.DateTime _ -> FormulaType.DATETIME;
      case FieldType.Picklist picklist ->
          new FormulaType.Picklist(picklist.optionset(), codes(picklist.optionset()));
      case FieldType.Lookup lookup -> new FormulaType.Reference(List.of(lookup.target()));
      case FieldType.MasterDetail detail -> new FormulaType.Reference(List.of(detail.target()));
      case FieldType.PolyLookup poly -> new FormulaType.Reference(poly.targets());
      case FieldType.User _ -> new FormulaType.Reference(List.of(ReferenceTargets.USER_OBJECT));
    };
  }

  /// Deactivated codes too: records still hold them.
  private List<String> codes(String optionset) {
    OptionSet set = snapshot.optionSet(optionset);
    return set == null ? List.of() : set.values().stream().map(OptionSet.Option::code).toList();
  }
}
