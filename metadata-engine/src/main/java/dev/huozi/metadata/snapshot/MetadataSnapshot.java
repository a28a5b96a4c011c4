package dev.huozi.metadata.snapshot;

import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.optionset.OptionSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The immutable, compiled model of one tenant at one version: definitions by kind, and for each
/// object its physical table, columns and relations. A request holds one snapshot from start to
/// end.
public interface MetadataSnapshot extends ModelView {
  long version();

  /// The object of that API name (case does not count), or null.
  @Nullable ObjectModel object(String name);

  /// All objects in name order.
  Collection<ObjectModel> objects();

  @Nullable OptionSet optionSet(String name);

  /// Where records of `object` are referred to: every lookup, polylookup, masterdetail and user
  /// field that may point at it.
  List<Relation> relationsTo(String object);

  /// The definition's pack (`system`, `crm_base`, …); `tenant` for what the tenant made itself.
  String packOf(Definition definition);

  /// A reference field seen from its target.
  record Relation(ObjectModel object, FieldModel field) {}
}
