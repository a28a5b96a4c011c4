package dev.huozi.record.query;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A field as seen from the queried object: its own, or one reached over lookups (`dealer.grade`).
///
/// @param path the lookups on the way, first to last; empty for an own field
public record FieldRef(List<Hop> path, FieldModel field) {
  public FieldRef {
    path = List.copyOf(path);
  }

  /// One step over a lookup with a single target.
  public record Hop(FieldModel lookup, ObjectModel target) {}

  public static FieldRef own(FieldModel field) {
    return new FieldRef(List.of(), field);
  }

  /// The same field as seen from where `path` begins.
  public FieldRef behind(List<Hop> before) {
    return before.isEmpty()
        ? this
        : new FieldRef(Stream.concat(before.stream(), path.stream()).toList(), field);
  }

  public boolean isOwn() {
    return path.isEmpty();
  }

  /// The field of the queried object where the way begins: itself when it is its own.
  public FieldModel origin() {
    return path.isEmpty() ? field : path.getFirst().lookup();
  }

  /// The name as the model spells it, whatever the caller typed.
  public String name() {
    if (path.isEmpty()) {
      return field.name();
    }
    return Stream.concat(path.stream().map(Hop::lookup), Stream.of(field))
        .map(FieldModel::name)
        .collect(Collectors.joining("."));
  }

  @Override
  public String toString() {
    return name();
  }
}
