package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.huozi.metadata.pack.UninstallPlan;
import java.util.List;

/// The plan of removing a pack as it is answered.
///
/// @param plan what changes; its properties stand beside the others
/// @param goes the components that go, with the records that go or lose a value
/// @param stays what the pack brought that becomes the tenant's own
/// @param localEdits the tenant's own changes that go with it
public record UninstallJson(
    @JsonUnwrapped PlanJson plan,
    String pack,
    String version,
    List<Gone> goes,
    List<Left> stays,
    List<PackPlanJson.Edit> localEdits) {
  public UninstallJson {
    goes = List.copyOf(goes);
    stays = List.copyOf(stays);
    localEdits = List.copyOf(localEdits);
  }

  /// A component that goes.
  public record Gone(String kind, String name, long rows) {}

  /// A component that stays.
  ///
  /// @param reason `kept_by_tenant`
  public record Left(String kind, String name, String reason) {}

  static UninstallJson of(UninstallPlan plan) {
    return new UninstallJson(
        PlanJson.of(plan.plan()),
        plan.pack(),
        plan.version(),
        plan.goes().stream()
            .map(gone -> new Gone(gone.ref().kind(), gone.ref().name(), gone.rows()))
            .toList(),
        plan.stays().stream()
            .map(
                left -> new Left(left.ref().kind(), left.ref().name(), Choices.word(left.reason())))
            .toList(),
        plan.localEdits().stream().map(PackPlanJson::edit).toList());
  }
}
