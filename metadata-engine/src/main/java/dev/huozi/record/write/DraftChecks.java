package dev.huozi.record.write;

import java.util.List;

/// What happens to values before anything is written. References are found before formulas follow
/// them; rules see the values as they will be.
final class DraftChecks {
  private static final List<WriteStep> ENTERED =
      List.of(new DefaultsStep(), new CoercionStep(), new ReferenceStep());
  private static final List<WriteStep> GIVEN = List.of(new ValuesStep());
  private static final List<WriteStep> CHECKS =
      List.of(
          new StoredStep(false),
          new PicklistStep(),
          new CandidateStep(),
          new RequiredStep(),
          new UniqueStep(),
          new RulesStep());

  private DraftChecks() {}

  /// The drafts as they will be written; what is wrong with them is in the scope's issues.
  static List<Draft> run(WriteScope scope, List<Draft> drafts) {
    return apply(CHECKS, scope, values(scope, drafts));
  }

  /// The drafts with their values as they will be, not checked yet.
  static List<Draft> values(WriteScope scope, List<Draft> drafts) {
    return given(scope, entered(scope, drafts));
  }

  /// The drafts with what was entered and what defaults add.
  static List<Draft> entered(WriteScope scope, List<Draft> drafts) {
    return apply(ENTERED, scope, drafts);
  }

  /// Drafts as `entered` left them, with what rules set.
  static List<Draft> given(WriteScope scope, List<Draft> drafts) {
    return apply(GIVEN, scope, drafts);
  }

  private static List<Draft> apply(List<WriteStep> steps, WriteScope scope, List<Draft> drafts) {
    List<Draft> ready = drafts;
    for (WriteStep step : steps) {
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
