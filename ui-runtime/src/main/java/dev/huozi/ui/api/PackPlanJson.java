package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.pack.PackPlan;
import dev.huozi.metadata.pack.SeedLoader.SeedCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan of a pack as it is answered: the plan itself, and what becomes of the tenant's own
/// edits.
///
/// @param plan what changes; its properties stand beside the others
/// @param installed the version that is there now
/// @param version the version to come
/// @param localEditsLost how many edits are lost without anybody having chosen that: 0, else
///   something is wrong
/// @param seeds the records that the pack brings along: how many, and how many are not there yet
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackPlanJson(
    @JsonUnwrapped PlanJson plan,
    String pack,
    @Nullable String installed,
    String version,
    List<Edit> localEdits,
    long localEditsLost,
    List<Conflict> conflicts,
    List<SeedCount> seeds) {
  public PackPlanJson {
    seeds = List.copyOf(seeds);
    localEdits = List.copyOf(localEdits);
    conflicts = List.copyOf(conflicts);
  }

  /// A property that the tenant changed.
  ///
  /// @param fate `kept`, `given_up` (somebody chose the pack's value), `lost`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Edit(
      String kind,
      String name,
      String path,
      @Nullable JsonNode installed,
      @Nullable JsonNode tenant,
      String fate) {}

  /// A property that both changed.
  ///
  /// @param key how `choices` names it
  /// @param chosen whose value stands: `tenant` or `pack`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Conflict(
      String key,
      String kind,
      String name,
      String path,
      @Nullable JsonNode installed,
      @Nullable JsonNode pack,
      @Nullable JsonNode tenant,
      String chosen) {}

  static PackPlanJson of(PackPlan plan) {
    return new PackPlanJson(
        PlanJson.of(plan.plan()),
        plan.pack(),
        plan.installed(),
        plan.version(),
        plan.localEdits().stream().map(PackPlanJson::edit).toList(),
        plan.lost(),
        plan.conflicts().stream().map(PackPlanJson::conflict).toList(),
        plan.seeds());
  }

  static Edit edit(PackPlan.Kept edit) {
    return new Edit(
        edit.ref().kind(),
        edit.ref().name(),
        edit.path(),
        edit.installed(),
        edit.tenant(),
        Choices.word(edit.fate()));
  }

  private static Conflict conflict(PackPlan.Conflicted conflict) {
    return new Conflict(
        conflict.key(),
        conflict.ref().kind(),
        conflict.ref().name(),
        conflict.path(),
        conflict.installed(),
        conflict.pack(),
        conflict.tenant(),
        Choices.word(conflict.chosen()));
  }
}
