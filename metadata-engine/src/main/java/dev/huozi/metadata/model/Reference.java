package dev.huozi.metadata.model;

import org.jspecify.annotations.Nullable;

/// A component that another one needs, and the property that names it.
///
/// @param path property path inside the component that needs it, for example `fields.dealer.target`
/// @param drop what can be taken out when the needed component goes: a property path, empty for the
///   whole component; null when somebody has to think first
public record Reference(MetadataRef to, String path, @Nullable String drop) {
  public static Reference of(String kind, String name, String path) {
    return new Reference(new MetadataRef(kind, name), path, null);
  }

  /// The same with what can be taken out.
  public Reference dropping(String what) {
    return new Reference(to, path, what);
  }
}
