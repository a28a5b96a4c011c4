package dev.huozi.formula.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.Shop;
import dev.huozi.formula.value.EvaluationContext;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Compiled code lives as long as a formula that uses it, and no longer.
@Tag("fast")
final class UnloadingTest {
  private final EvaluationContext context = EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC);

  /// What a snapshot holds: formulas.
  private List<CompiledFormula> snapshot(int count, List<WeakReference<Class<?>>> classes) {
    List<CompiledFormula> formulas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String source = "quantity * 2 + " + (7_000_000 + i);
      CompiledFormula formula = compiled(source);
      assertThat(formula.evaluate(new Object[] {BigDecimal.ONE}, context))
          .isEqualTo(new BigDecimal(7_000_002 + i));
      classes.add(new WeakReference<>(code(formula).getClass()));
      formulas.add(formula);
    }
    return formulas;
  }

  private static CompiledFormula compiled(String source) {
    return CompiledFormula.of(
        Formulas.check(source, Shop.store(), FormulaOptions.any(BlankMode.ZERO)).orThrow());
  }

  private static FormulaCode code(CompiledFormula formula) {
    Structure structure = new Structure(formula.formula().expression());
    return CodeCache.shared().code(formula.formula().expression(), structure);
  }

  @Test
  void hiddenClassesGoWithTheSnapshot() throws InterruptedException {
    List<WeakReference<Class<?>>> classes = new ArrayList<>();
    List<CompiledFormula> kept = snapshot(50, classes);
    collect();
    assertThat(classes).allSatisfy(each -> assertThat(each.get()).isNotNull());
    assertThat(classes.getFirst().get().isHidden()).isTrue();
    int cached = CodeCache.shared().size();
    kept.clear();
    for (int i = 0; i < 100 && !isGone(classes, cached - 50); i++) {
      collect();
    }
    assertThat(classes).allSatisfy(each -> assertThat(each.get()).isNull());
    assertThat(CodeCache.shared().size()).isLessThanOrEqualTo(cached - 50);
  }

  @Test
  void formulasOfOneShapeShareTheirCodeWhateverTheirFieldsAreCalled() {
    CompiledFormula one = compiled("quantity * 2 + 8000001");
    CompiledFormula other = compiled("[数量]*2  +  8000001 /* 同 */");
    assertThat(code(one)).isSameAs(code(other));
    assertThat(code(one)).isNotSameAs(code(compiled("quantity * 2 + 8000002")));
  }

  private static boolean isGone(List<WeakReference<Class<?>>> classes, int cached) {
    return classes.stream().allMatch(each -> each.get() == null)
        && CodeCache.shared().size() <= cached;
  }

  private static void collect() throws InterruptedException {
    System.gc();
    Thread.sleep(10);
  }
}
