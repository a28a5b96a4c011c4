package dev.huozi.formula.eval;

import dev.huozi.formula.number.Arithmetic;
import dev.huozi.formula.operator.Comparisons;
import dev.huozi.formula.operator.Conversions;
import dev.huozi.formula.operator.Inputs;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.GeoPoint;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// Names of classes and methods in generated code.
final class Descs {
  static final ClassDesc NUMBER = of(BigDecimal.class);
  static final ClassDesc STRING = of(String.class);
  static final ClassDesc OBJECT = of(Object.class);
  static final ClassDesc BOOLEAN = of(Boolean.class);
  static final ClassDesc CONTEXT = of(EvaluationContext.class);
  static final ClassDesc SITE_ERROR = of(SiteError.class);
  static final ClassDesc RUNTIME_EXCEPTION = of(RuntimeException.class);
  static final ClassDesc ARITHMETIC = of(Arithmetic.class);
  static final ClassDesc COMPARISONS = of(Comparisons.class);
  static final ClassDesc CONVERSIONS = of(Conversions.class);
  static final ClassDesc INPUTS = of(Inputs.class);
  static final ClassDesc OBJECTS = of(java.util.Objects.class);
  static final ClassDesc LIST = of(List.class);

  static final MethodTypeDesc RUN = type(Object.class, Object[].class, EvaluationContext.class);
  static final MethodTypeDesc NUMBER_TO_NUMBER = type(BigDecimal.class, BigDecimal.class);
  static final MethodTypeDesc NUMBERS_TO_NUMBER =
      type(BigDecimal.class, BigDecimal.class, BigDecimal.class);

  private Descs() {}

  static ClassDesc of(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  static MethodTypeDesc type(Class<?> result, Class<?>... parameters) {
    return java.lang.invoke.MethodType.methodType(result, parameters)
        .describeConstable()
        .orElseThrow();
  }

  /// The class of values of a family in local variables. References are compared only, so any
  /// object will do.
  static Class<?> variable(Family family) {
    return switch (family) {
      case NUMERIC -> BigDecimal.class;
      case TEXT, PICKLIST -> String.class;
      case BOOLEAN -> Boolean.class;
      case DATE -> LocalDate.class;
      case DATETIME -> Instant.class;
      case TIME -> LocalTime.class;
      case MULTIPICKLIST -> List.class;
      case GEO -> GeoPoint.class;
      case REFERENCE, NULL -> Object.class;
    };
  }

  /// The method of [Inputs] that reads a family.
  static String reader(Family family) {
    return switch (family) {
      case NUMERIC -> "number";
      case TEXT, PICKLIST -> "text";
      case BOOLEAN -> "flag";
      case DATE -> "date";
      case DATETIME -> "datetime";
      case TIME -> "time";
      case MULTIPICKLIST -> "codes";
      case GEO -> "geo";
      case REFERENCE, NULL -> "reference";
    };
  }
}
