package dev.huozi.metadata.formula;

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

/// The fields of an object as a formula sees them. The `source` of each is its `FieldModel`, or a
/// `Root` for `$User` and `$Record`.
public final class ObjectScope implements FieldScope {
  private static final String USER = "$User";
  private static final String RECORD = "$Record";

  private final MetadataSnapshot snapshot;
  private final ObjectModel object;
  private final boolean withRoots;
  private final boolean withPaths;
  private final @Nullable ObjectModel referring;

  private ObjectScope(
      MetadataSnapshot snapshot,
      ObjectModel object,
      boolean withRoots,
      boolean withPaths,
      @Nullable ObjectModel referring) {
    this.referring = referring;
    this.snapshot = snapshot;
    this.object = object;
    this.withRoots = withRoots;
    this.withPaths = withPaths;
  }

  /// Names that stand for something outside the record.
  public enum Root {
    /// The record of whoever asks in the object `user`.
    USER,
    /// The record that refers to the one in question.
    RECORD
  }

  public static ObjectScope of(ObjectModel object, MetadataSnapshot snapshot) {
    return new ObjectScope(snapshot, object, true, true, null);
  }

  /// What the filter of a reference may name: the fields of the record that may be chosen, and as
  /// `$Record` the record that would refer to it.
  ///
  /// @param referring the object that has the reference; null where no such record is known
  public static ObjectScope candidates(
      ObjectModel object, @Nullable ObjectModel referring, MetadataSnapshot snapshot) {
    return new ObjectScope(snapshot, object, true, true, referring);
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
    if (referring != null && name.equalsIgnoreCase(RECORD)) {
      return record(referring);
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
      ObjectModel user = snapshot.object(FieldType.User.OBJECT);
      return user == null ? null : new ObjectScope(snapshot, user, false, false, null);
    }
    if (reference.source() == Root.RECORD && referring != null) {
      return new ObjectScope(snapshot, referring, false, true, null);
    }
    if (!withPaths || !(reference.source() instanceof FieldModel field)) {
      return null;
    }
    String target =
        field.field().type() instanceof FieldType.Reference behindOne ? behindOne.target() : null;
    ObjectModel behind = target == null ? null : snapshot.object(target);
    return behind == null ? null : new ObjectScope(snapshot, behind, false, true, null);
  }

  @Override
  public Collection<ScopedField> fields() {
    List<ScopedField> all = new ArrayList<>();
    object.fields().forEach(field -> all.add(scoped(field)));
    if (withRoots) {
      all.add(user());
    }
    if (referring != null) {
      all.add(record(referring));
    }
    return all;
  }

  private static ScopedField user() {
    FormulaType type = new FormulaType.Reference(List.of(FieldType.User.OBJECT));
    return new ScopedField(USER, USER, LocalizedText.EMPTY, type, Root.USER);
  }

  private static ScopedField record(ObjectModel referring) {
    FormulaType type = new FormulaType.Reference(List.of(referring.name()));
    return new ScopedField(RECORD, RECORD, LocalizedText.EMPTY, type, Root.RECORD);
  }

  private ScopedField scoped(FieldModel field) {
    return new ScopedField(
        field.column().name(), field.name(), field.field().label(), type(field), field);
  }

  private FormulaType type(FieldModel field) {
    return type(field.field().type());
  }

  private FormulaType type(FieldType type) {
    return switch (type) {
      case FieldType.Formula formula -> type(formula.shown());
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
      case FieldType.Reference reference -> new FormulaType.Reference(reference.targets());
    };
  }

  /// Deactivated codes too: records still hold them.
  private List<String> codes(String optionset) {
    OptionSet set = snapshot.optionSet(optionset);
    return set == null ? List.of() : set.values().stream().map(OptionSet.Option::code).toList();
  }
}
