package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.math.BigDecimal;
import java.util.function.BiConsumer;

/// Writes tests of equality, and the selection of a CASE.
final class EqualityEmitter {
  private final Emission emission;
  private final CodeBuilder code;
  private final Shapes shapes;
  private final ValueEmitter values;

  EqualityEmitter(Emission emission, Shapes shapes, ValueEmitter values) {
    this.emission = emission;
    this.code = emission.code();
    this.shapes = shapes;
    this.values = values;
  }

  /// The left side of a null-safe comparison in a local variable; -1 when it is a literal.
  int subject(TypedExpr expression) {
    return expression instanceof TypedExpr.Literal ? -1 : values.nullable(expression);
  }

  /// Equality where a blank equals a blank.
  void nullSafe(int subject, TypedExpr left, TypedExpr right, Target same, Target other) {
    boolean literal = right instanceof TypedExpr.Literal || left instanceof TypedExpr.Literal;
    if (literal) {
      TypedExpr.Literal constant =
          (TypedExpr.Literal) (right instanceof TypedExpr.Literal ? right : left);
      int local =
          right instanceof TypedExpr.Literal ? subjectOf(subject, left) : values.nullable(right);
      constant(local, constant.value(), same, other);
      return;
    }
    int second = values.nullable(right);
    code.aload(subject);
    code.aload(second);
    code.invokestatic(
        Descs.OBJECTS, "equals", Descs.type(boolean.class, Object.class, Object.class));
    emission.branch(Opcode.IFNE, same);
    emission.jump(other);
  }

  private int subjectOf(int subject, TypedExpr left) {
    return subject >= 0 ? subject : values.nullable(left);
  }

  private void constant(
      int local, @org.jspecify.annotations.Nullable Object constant, Target same, Target other) {
    if (constant == null) {
      code.aload(local);
      emission.branch(Opcode.IFNULL, same);
    } else {
      shapes.loadObject(new Operand.Constant(constant));
      code.aload(local);
      code.invokevirtual(Descs.OBJECT, "equals", Descs.type(boolean.class, Object.class));
      emission.branch(Opcode.IFNE, same);
    }
    emission.jump(other);
  }

  /// Equality of two values that are there.
  void present(Operand left, Operand right, Family family, Target same, Target other) {
    switch (family) {
      case NUMERIC -> numbers(left, right, same);
      case BOOLEAN -> {
        shapes.loadInt(left);
        shapes.loadInt(right);
        emission.branch(Opcode.IF_ICMPEQ, same);
      }
      case TEXT, PICKLIST, REFERENCE, DATE, DATETIME, TIME, MULTIPICKLIST, GEO, NULL -> {
        shapes.loadObject(left);
        shapes.loadObject(right);
        code.invokevirtual(Descs.OBJECT, "equals", Descs.type(boolean.class, Object.class));
        emission.branch(Opcode.IFNE, same);
      }
    }
    emission.jump(other);
  }

  private void numbers(Operand left, Operand right, Target same) {
    if (Shapes.isWhole(left) && Shapes.isWhole(right)) {
      shapes.loadLong(left);
      shapes.loadLong(right);
      code.lcmp();
    } else if (ConditionEmitter.isZero(right)) {
      shapes.loadObject(left);
      code.invokevirtual(Descs.NUMBER, "signum", Descs.type(int.class));
    } else {
      shapes.loadObject(left);
      shapes.loadObject(right);
      code.invokevirtual(Descs.NUMBER, "compareTo", Descs.type(int.class, BigDecimal.class));
    }
    emission.branch(Opcode.IFEQ, same);
  }

  /// Writes the tests of a CASE; `branch` writes what follows each, `otherwise` is where none fits.
  void choose(TypedExpr.Case choice, Target otherwise, BiConsumer<Target, TypedExpr> branch) {
    Family family = family(choice);
    boolean nullSafe =
        family == Family.TEXT || family == Family.PICKLIST || family == Family.REFERENCE;
    if (nullSafe) {
      int subject = values.nullable(choice.subject());
      for (TypedExpr.Branch each : choice.branches()) {
        Target then = emission.target();
        Target next = emission.target();
        nullSafe(subject, choice.subject(), each.test(), then, next);
        branch.accept(then, each.value());
        emission.bind(next);
      }
    } else {
      present(choice, family, otherwise, branch);
    }
    emission.jump(otherwise);
  }

  private void present(
      TypedExpr.Case choice,
      Family family,
      Target otherwise,
      BiConsumer<Target, TypedExpr> branch) {
    Operand subject = values.value(choice.subject(), otherwise);
    if (subject == null) {
      return;
    }
    for (TypedExpr.Branch each : choice.branches()) {
      Target then = emission.target();
      Target next = emission.target();
      Operand test = values.value(each.test(), next);
      if (test != null) {
        present(subject, test, family, then, next);
        branch.accept(then, each.value());
      }
      emission.bind(next);
    }
  }

  private static Family family(TypedExpr.Case choice) {
    Family subject = choice.subject().type().family();
    return subject == Family.NULL ? choice.branches().getFirst().test().type().family() : subject;
  }
}
