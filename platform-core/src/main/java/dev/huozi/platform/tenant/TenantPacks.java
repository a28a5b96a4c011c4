package dev.huozi.platform.tenant;

import java.util.SortedMap;

/// The list of packs that each tenant has, with their versions, for whoever runs the installation.
/// The tenant's own catalogue knows what they contain, and is right when the two differ.
public interface TenantPacks {
  /// Versions by pack.
  SortedMap<String, String> of(Tenant tenant);

  void put(Tenant tenant, String pack, String version);

  void remove(Tenant tenant, String pack);
}
