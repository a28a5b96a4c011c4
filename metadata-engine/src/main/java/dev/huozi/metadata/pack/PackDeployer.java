package dev.huozi.metadata.pack;

import dev.huozi.metadata.change.Approval;
import dev.huozi.platform.tenant.RequestContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Installs, upgrades, exports and removes packs. A pack is one change list; every component
/// remembers its pack.
public interface PackDeployer {
  /// What applying would do. Throws one problem (`METADATA_INVALID`) with all issues, each with
  /// file, line and column.
  PackPlan plan(RequestContext context, Pack pack, PackChoices choices);

  /// Applies the pack, then its seed data. Returns the new version, or the present one when nothing
  /// differs.
  ///
  /// @param approval the plan that somebody agreed to (see `MetadataPublisher.publish`); null: over
  ///   the tenant as it is now, nothing stored is lost
  long apply(RequestContext context, Pack pack, PackChoices choices, @Nullable Approval approval);

  /// Applies the pack without any decision of a person.
  default long apply(RequestContext context, Pack pack) {
    return apply(context, pack, PackChoices.NONE, null);
  }

  /// The packs that the tenant has, in order of id.
  List<InstalledPack> installed(RequestContext context);

  /// The pack as files by path, in canonical form; a problem (`METADATA_NOT_FOUND`) when it is not
  /// installed. What was applied from canonical files and not changed since comes out as the same
  /// bytes. The id `tenant` stands for all that the tenant made itself.
  Map<String, String> export(RequestContext context, String pack, ExportSide side);

  /// What removing the pack would do. Throws one problem that names everybody who still needs
  /// something of it.
  UninstallPlan planUninstall(RequestContext context, String pack);

  /// Removes the pack: its components, their tables and columns, its name in the list of packs.
  long uninstall(RequestContext context, String pack, Approval approval);
}
