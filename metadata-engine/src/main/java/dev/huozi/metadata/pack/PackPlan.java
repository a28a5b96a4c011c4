package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import dev.huozi.metadata.model.MetadataRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What applying a pack would do to a tenant, and what becomes of the tenant's own edits.
///
/// @param installed the version that is installed now, null for none
/// @param version the version to come
/// @param localEdits every property of the pack's components that the tenant changed
/// @param conflicts properties that tenant and pack changed differently
/// @param seeds the records that it brings along, by file
public record PackPlan(
    String pack,
    @Nullable String installed,
    String version,
    DeployPlan plan,
    List<Kept> localEdits,
    List<Conflicted> conflicts,
    List<SeedLoader.SeedCount> seeds) {
  public PackPlan {
    localEdits = List.copyOf(localEdits);
    conflicts = List.copyOf(conflicts);
    seeds = List.copyOf(seeds);
  }

  /// A property that the tenant changed since the pack was installed. Values are null where there
  /// is none.
  ///
  /// @param fate found by looking for the tenant's value in the model to come
  public record Kept(
      MetadataRef ref,
      String path,
      @Nullable JsonNode installed,
      @Nullable JsonNode tenant,
      Fate fate) {}

  /// What becomes of an edit.
  public enum Fate {
    /// It is in the model to come.
    KEPT,
    /// It goes because somebody chose the pack's value.
    GIVEN_UP,
    /// It is not in the model to come, and nobody chose that.
    LOST
  }

  /// A property that pack and tenant changed differently.
  ///
  /// @param ref named as in the pack
  /// @param chosen whose value stands in this plan
  public record Conflicted(
      MetadataRef ref,
      String path,
      @Nullable JsonNode installed,
      @Nullable JsonNode pack,
      @Nullable JsonNode tenant,
      Side chosen) {
    /// How `PackChoices.conflicts` names it.
    public String key() {
      return PackChoices.key(ref, path);
    }
  }

  /// How many edits are lost. Anything but 0 is a fault of the merge.
  public long lost() {
    return localEdits.stream().filter(edit -> edit.fate() == Fate.LOST).count();
  }
}
