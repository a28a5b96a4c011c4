package dev.huozi.formula.eval;

import dev.huozi.formula.check.ComparisonOperator;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes conditions as jumps to one of three targets. Nothing is reachable behind a condition.
final class ConditionEmitter {
  private final Emission emission;
  private final CodeBuilder code;
  private final Shapes shapes;
  private final ValueEmitter values;
  private final CallEmitter calls;
  private final EqualityEmitter equality;

  ConditionEmitter(Emission emission, Shapes shapes, ValueEmitter values, CallEmitter calls) {
    this.emission = emission;
    this.code = emission.code();
    this.shapes = shapes;
    this.values = values;
    this.calls = calls;
    this.equality = new EqualityEmitter(emission, shapes, values);
  }

  void write(TypedExpr expression, Target yes, Target no, Target blank) {
    Operand known = emission.find(expression);
    if (known != null) {
      flag(known, yes, no);
      return;
    }
    switch (expression) {
      case TypedExpr.Literal literal -> literal(literal, yes, no, blank);
      case TypedExpr.Field _ -> flag(values.value(expression, blank), yes, no);
      case TypedExpr.WriteTest test -> writeTest(test, yes, no);
      case TypedExpr.And and -> and(and.conditions(), yes, no);
      case TypedExpr.Or or -> or(or.conditions(), yes, no);
      case TypedExpr.Not not -> values.condition(not.condition(), no, yes, blank);
      case TypedExpr.Compare compare -> compare(compare, yes, no, blank);
      case TypedExpr.IsBlank isBlank -> isBlank(isBlank, yes, no);
      case TypedExpr.In in -> in(in, yes, no);
      case TypedExpr.Includes includes -> includes(includes, yes, no);
      case TypedExpr.If choice -> conditional(choice, yes, no, blank);
      case TypedExpr.Case choice -> choice(choice, yes, no, blank);
      case TypedExpr.BlankValue fallback -> blankValue(fallback, yes, no, blank);
      case TypedExpr.IfError fallback -> ifError(fallback, yes, no, blank);
      case TypedExpr.Call call -> calls.condition(call, yes, no, blank);
      case TypedExpr.Arithmetic _, TypedExpr.Negate _, TypedExpr.Concat _ ->
          throw new IllegalArgumentException(
              "Expression (%s) is no condition.".formatted(expression));
    }
  }

  private void literal(TypedExpr.Literal literal, Target yes, Target no, Target blank) {
    emission.jump(
        literal.value() == null ? blank : Boolean.TRUE.equals(literal.value()) ? yes : no);
  }

  private void flag(@Nullable Operand flag, Target yes, Target no) {
    if (flag != null) {
      shapes.loadInt(flag);
      emission.branch(Opcode.IFNE, yes);
      emission.jump(no);
    }
  }

  private void writeTest(TypedExpr.WriteTest test, Target yes, Target no) {
    emission.guarded(
        test,
        () -> {
          emission.loadInputs();
          code.loadConstant(test.slot());
          code.aaload();
          code.invokestatic(Descs.INPUTS, "flag", Descs.type(boolean.class, Object.class));
        });
    emission.branch(Opcode.IFNE, yes);
    emission.jump(no);
  }

  private void and(List<TypedExpr> conditions, Target yes, Target no) {
    for (TypedExpr condition : conditions.subList(0, conditions.size() - 1)) {
      Target next = emission.target();
      values.condition(condition, next, no, no);
      emission.bind(next);
      if (!emission.isReachable()) {
        return;
      }
    }
    values.condition(conditions.getLast(), yes, no, no);
  }

  private void or(List<TypedExpr> conditions, Target yes, Target no) {
    for (TypedExpr condition : conditions.subList(0, conditions.size() - 1)) {
      Target next = emission.target();
      values.condition(condition, yes, next, next);
      emission.bind(next);
      if (!emission.isReachable()) {
        return;
      }
    }
    values.condition(conditions.getLast(), yes, no, no);
  }

  private void compare(TypedExpr.Compare compare, Target yes, Target no, Target blank) {
    Family family = Traits.family(compare);
    boolean equal = compare.operator() == ComparisonOperator.EQUAL;
    if (Traits.isNullSafe(compare)) {
      int left = equality.subject(compare.left());
      equality.nullSafe(left, compare.left(), compare.right(), equal ? yes : no, equal ? no : yes);
      return;
    }
    List<Operand> operands = values.strict(compare.children(), blank);
    if (operands == null) {
      return;
    }
    Operand left = operands.getFirst();
    Operand right = operands.getLast();
    if (compare.operator().isEquality()) {
      equality.present(left, right, family, equal ? yes : no, equal ? no : yes);
    } else {
      emission.branch(ordered(left, right, family, compare.operator()), yes);
      emission.jump(no);
    }
  }

  /// Loads the comparison and says which jump is taken when the operator holds.
  private Opcode ordered(Operand left, Operand right, Family family, ComparisonOperator operator) {
    if (family == Family.NUMERIC && Shapes.isWhole(left) && Shapes.isWhole(right)) {
      shapes.loadLong(left);
      shapes.loadLong(right);
      code.lcmp();
    } else if (family == Family.NUMERIC && isZero(right)) {
      shapes.loadObject(left);
      code.invokevirtual(Descs.NUMBER, "signum", Descs.type(int.class));
    } else {
      Class<?> type = Descs.variable(family);
      shapes.loadObject(left);
      shapes.loadObject(right);
      code.invokestatic(Descs.COMPARISONS, "compare", Descs.type(int.class, type, type));
    }
    return switch (operator) {
      case EQUAL -> Opcode.IFEQ;
      case NOT_EQUAL -> Opcode.IFNE;
      case LESS -> Opcode.IFLT;
      case LESS_OR_EQUAL -> Opcode.IFLE;
      case GREATER -> Opcode.IFGT;
      case GREATER_OR_EQUAL -> Opcode.IFGE;
    };
  }

  static boolean isZero(Operand operand) {
    return operand instanceof Operand.Constant(BigDecimal number) && number.signum() == 0;
  }

  private void isBlank(TypedExpr.IsBlank isBlank, Target yes, Target no) {
    TypedExpr operand = isBlank.operand();
    boolean never = isBlank.neverForText() && operand.type().family() == Family.TEXT;
    Target whenBlank = never ? no : yes;
    if (operand.type().family() == Family.BOOLEAN) {
      values.condition(operand, no, no, whenBlank);
      return;
    }
    values.value(operand, whenBlank);
    emission.jump(no);
  }

  private void in(TypedExpr.In in, Target yes, Target no) {
    Family family = in.operand().type().family();
    Operand operand = values.value(in.operand(), no);
    if (operand == null) {
      return;
    }
    for (TypedExpr option : in.options()) {
      Target next = emission.target();
      Operand value = values.value(option, next);
      if (value != null) {
        equality.present(
            operand, value, family == Family.NULL ? option.type().family() : family, yes, next);
      }
      emission.bind(next);
    }
    emission.jump(no);
  }

  private void includes(TypedExpr.Includes includes, Target yes, Target no) {
    Operand codes = values.value(includes.operand(), no);
    if (codes == null) {
      return;
    }
    shapes.loadObject(codes);
    shapes.loadObject(new Operand.Constant(includes.code()));
    code.invokeinterface(Descs.LIST, "contains", Descs.type(boolean.class, Object.class));
    emission.branch(Opcode.IFNE, yes);
    emission.jump(no);
  }

  private void conditional(TypedExpr.If choice, Target yes, Target no, Target blank) {
    for (TypedExpr.Branch branch : choice.branches()) {
      Target then = emission.target();
      Target next = emission.target();
      values.condition(branch.test(), then, next, next);
      branchCondition(then, branch.value(), yes, no, blank);
      emission.bind(next);
    }
    if (emission.isReachable()) {
      values.condition(choice.otherwise(), yes, no, blank);
    }
  }

  private void branchCondition(Target when, TypedExpr value, Target yes, Target no, Target blank) {
    emission.bind(when);
    if (emission.isReachable()) {
      values.condition(value, yes, no, blank);
    }
  }

  private void choice(TypedExpr.Case choice, Target yes, Target no, Target blank) {
    Target otherwise = emission.target();
    equality.choose(
        choice, otherwise, (then, value) -> branchCondition(then, value, yes, no, blank));
    branchCondition(otherwise, choice.otherwise(), yes, no, blank);
  }

  private void blankValue(TypedExpr.BlankValue fallback, Target yes, Target no, Target blank) {
    Target useFallback = emission.target();
    values.condition(fallback.operand(), yes, no, useFallback);
    branchCondition(useFallback, fallback.fallback(), yes, no, blank);
  }

  private void ifError(TypedExpr.IfError fallback, Target yes, Target no, Target blank) {
    Target failed = emission.target();
    emission.recoveringTo(failed, () -> values.condition(fallback.operand(), yes, no, blank));
    branchCondition(failed, fallback.fallback(), yes, no, blank);
  }
}
