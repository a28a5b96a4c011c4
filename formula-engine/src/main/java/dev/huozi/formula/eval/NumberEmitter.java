package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.time.DateTimes;
import dev.huozi.formula.time.Dates;
import dev.huozi.formula.time.Times;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes arithmetic: on `long` where everything is whole and small, else by the kernels.
final class NumberEmitter {
  private final Emission emission;
  private final CodeBuilder code;
  private final Shapes shapes;
  private final ValueEmitter values;
  private final Wholes wholes;

  NumberEmitter(Emission emission, Shapes shapes, ValueEmitter values, Wholes wholes) {
    this.emission = emission;
    this.code = emission.code();
    this.shapes = shapes;
    this.values = values;
    this.wholes = wholes;
  }

  @Nullable Operand negate(TypedExpr.Negate negate, Target blank) {
    Operand operand = values.value(negate.operand(), blank);
    if (operand == null) {
      return null;
    }
    if (wholes.bound(negate) >= 0) {
      shapes.loadLong(operand);
      code.lneg();
      return storeWhole(wholes.bound(negate));
    }
    shapes.loadObject(operand);
    code.invokevirtual(Descs.NUMBER, "negate", Descs.type(BigDecimal.class));
    return storeObject(BigDecimal.class);
  }

  @Nullable Operand arithmetic(TypedExpr.Arithmetic arithmetic, Target blank) {
    List<Operand> operands = values.strict(arithmetic.children(), blank);
    if (operands == null) {
      return null;
    }
    Operand left = operands.getFirst();
    Operand right = operands.getLast();
    return switch (arithmetic.operator()) {
      case ADD ->
          isWhole(arithmetic)
              ? whole(arithmetic, left, right)
              : kernel(arithmetic, "add", left, right);
      case SUBTRACT ->
          isWhole(arithmetic)
              ? whole(arithmetic, left, right)
              : kernel(arithmetic, "subtract", left, right);
      case MULTIPLY ->
          isWhole(arithmetic)
              ? whole(arithmetic, left, right)
              : kernel(arithmetic, "multiply", left, right);
      case DIVIDE -> kernel(arithmetic, "divide", left, right);
      case POWER -> kernel(arithmetic, "power", left, right);
      case DATE_PLUS_DAYS -> moved(arithmetic, Dates.class, "plusDays", LocalDate.class, operands);
      case DATE_MINUS_DAYS ->
          moved(arithmetic, Dates.class, "minusDays", LocalDate.class, operands);
      case DATETIME_PLUS_DAYS ->
          moved(arithmetic, DateTimes.class, "plusDays", Instant.class, operands);
      case DATETIME_MINUS_DAYS ->
          moved(arithmetic, DateTimes.class, "minusDays", Instant.class, operands);
      case TIME_PLUS_MILLIS ->
          moved(arithmetic, Times.class, "plusMillis", LocalTime.class, operands);
      case TIME_MINUS_MILLIS ->
          moved(arithmetic, Times.class, "minusMillis", LocalTime.class, operands);
      case DAYS_BETWEEN_DATES ->
          between(arithmetic, Dates.class, LocalDate.class, long.class, operands);
      case DAYS_BETWEEN_DATETIMES ->
          between(arithmetic, DateTimes.class, Instant.class, BigDecimal.class, operands);
      case MILLIS_BETWEEN_TIMES ->
          between(arithmetic, Times.class, LocalTime.class, long.class, operands);
    };
  }

  private boolean isWhole(TypedExpr.Arithmetic arithmetic) {
    return wholes.bound(arithmetic) >= 0;
  }

  private Operand whole(TypedExpr.Arithmetic arithmetic, Operand left, Operand right) {
    shapes.loadLong(left);
    shapes.loadLong(right);
    switch (arithmetic.operator()) {
      case ADD -> code.ladd();
      case SUBTRACT -> code.lsub();
      case MULTIPLY -> code.lmul();
      case DIVIDE,
          POWER,
          DATE_PLUS_DAYS,
          DATE_MINUS_DAYS,
          DATETIME_PLUS_DAYS,
          DATETIME_MINUS_DAYS,
          TIME_PLUS_MILLIS,
          TIME_MINUS_MILLIS,
          DAYS_BETWEEN_DATES,
          DAYS_BETWEEN_DATETIMES,
          MILLIS_BETWEEN_TIMES ->
          throw new IllegalArgumentException(
              "Operator (%s) has no whole form.".formatted(arithmetic.operator()));
    }
    return storeWhole(wholes.bound(arithmetic));
  }

  private Operand kernel(
      TypedExpr.Arithmetic arithmetic, String method, Operand left, Operand right) {
    return guarded(
        arithmetic,
        Descs.ARITHMETIC,
        method,
        BigDecimal.class,
        BigDecimal.class,
        BigDecimal.class,
        left,
        right);
  }

  private Operand moved(
      TypedExpr.Arithmetic arithmetic,
      Class<?> owner,
      String method,
      Class<?> type,
      List<Operand> operands) {
    return guarded(
        arithmetic,
        Descs.of(owner),
        method,
        type,
        type,
        BigDecimal.class,
        operands.getFirst(),
        operands.getLast());
  }

  private Operand between(
      TypedExpr.Arithmetic arithmetic,
      Class<?> owner,
      Class<?> type,
      Class<?> result,
      List<Operand> operands) {
    return guarded(
        arithmetic,
        Descs.of(owner),
        "difference",
        result,
        type,
        type,
        operands.getFirst(),
        operands.getLast());
  }

  private Operand guarded(
      TypedExpr.Arithmetic arithmetic,
      ClassDesc owner,
      String method,
      Class<?> result,
      Class<?> first,
      Class<?> second,
      Operand left,
      Operand right) {
    emission.guarded(
        arithmetic,
        () -> {
          shapes.loadObject(left);
          shapes.loadObject(right);
          code.invokestatic(owner, method, Descs.type(result, first, second));
        });
    return result == long.class ? storeWhole(wholes.bound(arithmetic)) : storeObject(result);
  }

  /// Writes an intrinsic.
  Operand intrinsic(Intrinsic intrinsic, TypedExpr.Call call, List<Operand> operands) {
    shapes.loadLong(operands.getFirst());
    for (Operand operand : operands.subList(1, operands.size())) {
      shapes.loadLong(operand);
      switch (intrinsic) {
        case MOD -> code.lrem();
        case FLOOR_OF_QUOTIENT -> code.ldiv();
        case MIN -> math("min");
        case MAX -> math("max");
        case ABS, SAME ->
            throw new IllegalArgumentException(
                "Intrinsic (%s) takes one operand.".formatted(intrinsic));
      }
    }
    if (intrinsic == Intrinsic.ABS) {
      code.invokestatic(Descs.of(Math.class), "abs", Descs.type(long.class, long.class));
    }
    return storeWhole(wholes.bound(call));
  }

  private void math(String method) {
    code.invokestatic(Descs.of(Math.class), method, Descs.type(long.class, long.class, long.class));
  }

  Operand storeWhole(long bound) {
    int local = emission.newLocal(TypeKind.LONG);
    code.lstore(local);
    return new Operand.Whole(local, bound);
  }

  Operand storeObject(Class<?> type) {
    int local = emission.newLocal(TypeKind.REFERENCE);
    code.astore(local);
    return new Operand.Reference(local, type);
  }
}
