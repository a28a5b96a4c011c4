package dev.huozi.metadata.model;

/// Names a component: kind and API name.
public record MetadataRef(String kind, String name) {
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
