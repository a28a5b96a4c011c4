package dev.huozi.record.query;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.NameSuggestion;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns names into parts of the model. A name that does not exist and one that the principal may
/// not read get the same answer, and suggestions come from readable names only.
public final class NameResolver {
  /// Lookups that a path may cross.
  public static final int MAX_PATH = 5;

  private static final int LONGEST_SHOWN = 80;

  private final MetadataSnapshot snapshot;

  public NameResolver(MetadataSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// @throws ProblemException `RECORD_OBJECT_UNKNOWN`
  public ObjectModel object(String name) {
    ObjectModel object = snapshot.object(name);
    if (object == null) {
      List<String> known = snapshot.objects().stream().map(ObjectModel::name).toList();
      throw new ProblemException(
          RecordError.RECORD_OBJECT_UNKNOWN,
          "object",
          shown(name),
          "nearest",
          NameSuggestion.nearest(name, known));
    }
    return object;
  }

  /// The field that `path` leads to, or null with an issue about it.
  public @Nullable FieldRef resolve(ObjectModel object, String path, Issues issues) {
    List<String> names = List.of(path.split("\\.", -1));
    if (names.size() > MAX_PATH + 1) {
      issues.error(
          RecordError.RECORD_PATH_TOO_LONG, shown(path), "path", shown(path), "maximum", MAX_PATH);
      return null;
    }
    List<FieldRef.Hop> hops = new ArrayList<>();
    ObjectModel at = object;
    for (String name : names.subList(0, names.size() - 1)) {
      FieldRef.Hop hop = hop(at, name, path, issues);
      if (hop == null) {
        return null;
      }
      hops.add(hop);
      at = hop.target();
    }
    FieldModel field = field(at, names.getLast(), path, issues);
    return field == null ? null : new FieldRef(hops, field);
  }

  private FieldRef.@Nullable Hop hop(ObjectModel at, String name, String path, Issues issues) {
    FieldModel lookup = field(at, name, path, issues);
    if (lookup == null) {
      return null;
    }
    List<ReferenceTargets.Target> targets = ReferenceTargets.of(lookup, snapshot);
    if (targets.size() != 1) {
      issues.error(
          RecordError.RECORD_PATH_NOT_A_REFERENCE,
          shown(path),
          "path",
          shown(path),
          "field",
          lookup.name(),
          "type",
          lookup.field().type().id());
      return null;
    }
    return new FieldRef.Hop(lookup, targets.getFirst().object());
  }

  private static @Nullable FieldModel field(
      ObjectModel object, String name, String path, Issues issues) {
    FieldModel field = object.field(name);
    if (field == null) {
      issues.error(
          RecordError.RECORD_FIELD_UNKNOWN,
          shown(path),
          "object",
          object.name(),
          "field",
          shown(name),
          "nearest",
          NameSuggestion.nearest(name, readableNames(object)));
    }
    return field;
  }

  /// The names that may be suggested.
  public static List<String> readableNames(ObjectModel object) {
    return object.fields().stream().map(FieldModel::name).toList();
  }

  /// A name as typed, cut to what fits into a message.
  public static String shown(String name) {
    return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
  }
}
