package dev.huozi.metadata.model;

/// A definition with what the tenant's catalogue knows about it.
///
/// @param id number in the tenant's catalogue, never reused; goes into history and outbox
/// @param pack the pack it came with, `TENANT` for what the tenant made itself
public record Component(long id, String kind, String pack, Definition definition) {
  /// The `pack` of components that belong to no pack.
  public static final String TENANT = "tenant";

  /// The built-in pack.
  public static final String SYSTEM = "system";

  public MetadataRef ref() {
    return new MetadataRef(kind, definition.name());
  }
}
