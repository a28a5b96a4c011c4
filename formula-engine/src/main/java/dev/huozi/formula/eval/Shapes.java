package dev.huozi.formula.eval;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.math.BigDecimal;

/// Loads operands in the shape that the next instruction wants.
final class Shapes {
  private final Emission emission;
  private final CodeBuilder code;

  Shapes(Emission emission) {
    this.emission = emission;
    this.code = emission.code();
  }

  /// As an object.
  void loadObject(Operand operand) {
    switch (operand) {
      case Operand.Reference reference -> code.aload(reference.local());
      case Operand.Whole whole -> {
        code.lload(whole.local());
        code.invokestatic(Descs.NUMBER, "valueOf", Descs.type(BigDecimal.class, long.class));
      }
      case Operand.Flag flag -> {
        code.iload(flag.local());
        code.invokestatic(Descs.BOOLEAN, "valueOf", Descs.type(Boolean.class, boolean.class));
      }
      case Operand.Constant constant -> loadConstant(constant.value());
    }
  }

  private void loadConstant(Object value) {
    if (value instanceof String text && text.length() < 10_000) {
      code.loadConstant(text);
    } else if (value instanceof Boolean bool) {
      code.getstatic(Descs.BOOLEAN, bool ? "TRUE" : "FALSE", Descs.BOOLEAN);
    } else {
      ClassDesc type = Descs.of(value.getClass());
      code.getstatic(emission.self(), Constants.field(emission.constants().index(value)), type);
    }
  }

  static boolean isWhole(Operand operand) {
    return operand instanceof Operand.Whole
        || operand instanceof Operand.Constant constant && constant.isWhole();
  }

  /// As a `long`; the value must be whole and small.
  void loadLong(Operand operand) {
    switch (operand) {
      case Operand.Whole whole -> code.lload(whole.local());
      case Operand.Constant constant -> code.loadConstant(constant.whole());
      case Operand.Reference reference -> {
        code.aload(reference.local());
        code.invokevirtual(Descs.NUMBER, "longValue", Descs.type(long.class));
      }
      case Operand.Flag _ ->
          throw new IllegalArgumentException("Operand (%s) is not whole.".formatted(operand));
    }
  }

  /// As an `int`: numbers cut toward zero and clamped, flags as 0 or 1.
  void loadInt(Operand operand) {
    switch (operand) {
      case Operand.Flag flag -> code.iload(flag.local());
      case Operand.Constant(Boolean bool) -> code.loadConstant(bool ? 1 : 0);
      case Operand.Constant constant ->
          code.loadConstant(
              dev.huozi.formula.operator.Conversions.toInt((BigDecimal) constant.value()));
      case Operand.Whole whole -> {
        code.lload(whole.local());
        code.invokestatic(Descs.CONVERSIONS, "toInt", Descs.type(int.class, long.class));
      }
      case Operand.Reference reference -> {
        code.aload(reference.local());
        if (reference.type() == Boolean.class) {
          code.invokevirtual(Descs.BOOLEAN, "booleanValue", Descs.type(boolean.class));
        } else {
          code.invokestatic(Descs.CONVERSIONS, "toInt", Descs.type(int.class, BigDecimal.class));
        }
      }
    }
  }
}
