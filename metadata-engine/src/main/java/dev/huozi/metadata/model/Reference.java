package dev.huozi.metadata.model;

/// A component that another one needs, and the property that names it.
///
/// @param path property path inside the component that needs it, for example `fields.dealer.target`
public record Reference(MetadataRef to, String path) {
  public static Reference of(String kind, String name, String path) {
    return new Reference(new MetadataRef(kind, name), path);
  }
}
