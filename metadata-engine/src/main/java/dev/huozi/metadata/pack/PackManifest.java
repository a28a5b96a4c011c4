package dev.huozi.metadata.pack;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.AnyScalar;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// `pack.yaml`: who a pack is and what it needs.
///
/// @param id API name of the pack, for example `crm_base`
/// @param version semantic version, for example `1.2.0`
public record PackManifest(
    String id,
    String version,
    LocalizedText label,
    LocalizedText description,
    List<Requirement> requires,
    List<Param> params) {
  public PackManifest {
    requires = List.copyOf(requires);
    params = List.copyOf(params);
  }

  /// A value that each tenant may choose when the pack is applied. `${name}` stands for it in the
  /// values of the pack's files.
  ///
  /// @param type `text`, `number`, `boolean` or `picklist`
  /// @param defaultValue what holds when nothing is chosen
  public record Param(
      String name, LocalizedText label, FieldType type, @AnyScalar String defaultValue) {}

  /// Another pack that must be installed before.
  ///
  /// @param version range: exact `1.2.0`, `^1.2.0` (same major), `>=1.2.0`
  public record Requirement(String pack, String version) {}
}
