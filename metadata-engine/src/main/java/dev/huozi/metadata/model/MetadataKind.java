package dev.huozi.metadata.model;

import dev.huozi.platform.problem.Issues;
import java.util.List;

/// One kind of component. A kind is one package with its definition record, this, and examples. The
/// generic machinery loops over all kinds it finds (CDI beans) and never switches on them.
public interface MetadataKind<D extends Definition> {
  /// The kind's word in packs, API and catalogue: `object`, `view`.
  String id();

  /// Folder in a pack: `objects`. Files are `<folder>/<name>.<id>.yaml`.
  String folder();

  /// The record that a file is read into.
  Class<D> type();

  /// Components it needs. A missing one fails the check with its place.
  List<Reference> references(D definition);

  /// Fields of objects it needs, in lists, paths and formulas. Only of definitions that were
  /// checked.
  default List<FieldReference> fieldReferences(D definition, ModelView model) {
    return List.of();
  }

  /// Completeness and cross-checks against the whole candidate model. The subject of each issue is
  /// a property path inside the component (`fields.amount.scale`), empty for the whole; the caller
  /// adds component and place.
  void check(D definition, ModelView model, Issues issues);

  /// What a new definition may not do to the present one, because of what is stored under it.
  /// Subjects as in `check`.
  ///
  /// @param after has the same identity, perhaps another name
  default void checkChange(D before, D after, Issues issues) {}

  /// Tries out a new or changed definition that was checked and found good, where reading it does
  /// not tell everything: runs its tests. Subjects as in `check`. May take seconds; never called
  /// inside a transaction.
  ///
  /// @param tenant the number of the tenant that wants it
  default void tryOut(long tenant, D definition, Issues issues) {}

  /// Whether something stored can no longer be reached once the property at `path` is gone (empty:
  /// the whole component).
  default boolean isLossOfData(String path) {
    return false;
  }
}
