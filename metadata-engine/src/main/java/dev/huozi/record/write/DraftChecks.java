package dev.huozi.record.write;

import java.util.List;

/// What happens to values before anything is written. Formulas and rules take their places after
/// coercion.
final class DraftChecks {
  private static final List<WriteStep> STEPS =
      List.of(
          new DefaultsStep(),
          new CoercionStep(),
          new PicklistStep(),
          new RequiredStep(),
          new ReferenceStep(),
          new UniqueStep());

  private DraftChecks() {}

  /// The drafts as they will be written; what is wrong with them is in the scope's issues.
  static List<Draft> run(WriteScope scope, List<Draft> drafts) {
    List<Draft> ready = drafts;
    for (WriteStep step : STEPS) {
      ready = step.apply(scope, ready);
    }
    return ready;
  }

  /// The same, or one problem with everything that is wrong.
  static List<Draft> require(WriteScope scope, List<Draft> drafts) {
    List<Draft> ready = run(scope, drafts);
    scope.throwIfRefused();
    return ready;
  }
}
