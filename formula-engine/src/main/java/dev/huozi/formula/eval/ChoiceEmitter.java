package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import org.jspecify.annotations.Nullable;

/// Writes values that come from one of several branches: IF, CASE, BLANKVALUE, IFERROR.
final class ChoiceEmitter {
  private final Emission emission;
  private final CodeBuilder code;
  private final Shapes shapes;
  private final ValueEmitter values;
  private final Wholes wholes;
  private final EqualityEmitter equality;

  ChoiceEmitter(Emission emission, Shapes shapes, ValueEmitter values, Wholes wholes) {
    this.emission = emission;
    this.code = emission.code();
    this.shapes = shapes;
    this.values = values;
    this.wholes = wholes;
    this.equality = new EqualityEmitter(emission, shapes, values);
  }

  /// Where the branches put their value.
  private record Result(int local, long bound, Class<?> type, Target done) {}

  private Result result(TypedExpr expression) {
    long bound = wholes.bound(expression);
    int local = emission.newLocal(bound >= 0 ? TypeKind.LONG : TypeKind.REFERENCE);
    return new Result(local, bound, Descs.variable(expression.type().family()), emission.target());
  }

  private void branch(@Nullable Target when, TypedExpr expression, Result result, Target blank) {
    if (when != null) {
      emission.bind(when);
    }
    if (!emission.isReachable()) {
      return;
    }
    Operand value = values.value(expression, blank);
    if (value == null) {
      return;
    }
    if (result.bound() >= 0) {
      shapes.loadLong(value);
      code.lstore(result.local());
    } else {
      shapes.loadObject(value);
      code.astore(result.local());
    }
    emission.jump(result.done());
  }

  private @Nullable Operand finish(Result result) {
    emission.bind(result.done());
    if (!emission.isReachable()) {
      return null;
    }
    return result.bound() >= 0
        ? new Operand.Whole(result.local(), result.bound())
        : new Operand.Reference(result.local(), result.type());
  }

  @Nullable Operand conditional(TypedExpr.If choice, Target blank) {
    Result result = result(choice);
    for (TypedExpr.Branch branch : choice.branches()) {
      Target then = emission.target();
      Target next = emission.target();
      values.condition(branch.test(), then, next, next);
      branch(then, branch.value(), result, blank);
      emission.bind(next);
    }
    branch(null, choice.otherwise(), result, blank);
    return finish(result);
  }

  @Nullable Operand choice(TypedExpr.Case choice, Target blank) {
    Result result = result(choice);
    Target otherwise = emission.target();
    equality.choose(choice, otherwise, (then, value) -> branch(then, value, result, blank));
    branch(otherwise, choice.otherwise(), result, blank);
    return finish(result);
  }

  @Nullable Operand blankValue(TypedExpr.BlankValue fallback, Target blank) {
    if (fallback.neverForText() && fallback.type().family() == Family.TEXT) {
      return values.value(fallback.operand(), blank);
    }
    Result result = result(fallback);
    Target useFallback = emission.target();
    branch(null, fallback.operand(), result, useFallback);
    branch(useFallback, fallback.fallback(), result, blank);
    return finish(result);
  }

  @Nullable Operand ifError(TypedExpr.IfError fallback, Target blank) {
    Result result = result(fallback);
    Target failed = emission.target();
    emission.recoveringTo(failed, () -> branch(null, fallback.operand(), result, blank));
    branch(failed, fallback.fallback(), result, blank);
    return finish(result);
  }
}
