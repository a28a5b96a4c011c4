package dev.huozi.formula.function;

import dev.huozi.formula.value.EvaluationContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// The public static method that computes a call; generated code calls it directly.
///
/// Its parameter types follow the signature's parameters: NUMBER is `BigDecimal`, or `int` (cut
/// toward zero, clamped to the range of `int`); TEXT, PICKLIST and TEXT_LITERAL `String`; BOOLEAN
/// `boolean` or `Boolean`; DATE `LocalDate`; DATETIME `Instant`; TIME `LocalTime`; MULTIPICKLIST
/// `List`; GEO `GeoPoint`; ANY `Object`. A repeated parameter is an array. A leading
/// `EvaluationContext` parameter is passed by the compiler. Primitive parameters are allowed only
/// under `BlankRule.PROPAGATE`.
///
/// It returns one of these types, or `int` or `long` for a whole number; a text result may be ""
/// (taken as blank). It says that there is no value with `throw FormulaException.of(kind)`.
public record Kernel(Class<?> owner, String method, MethodType type) {

  /// @throws IllegalArgumentException when there is no such method
  public static Kernel of(Class<?> owner, String method, Class<?> result, Class<?>... parameters) {
    Kernel kernel = new Kernel(owner, method, MethodType.methodType(result, parameters));
    kernel.handle();
    return kernel;
  }

  /// Whether the compiler passes the evaluation context as first argument.
  public boolean takesContext() {
    return type.parameterCount() > 0 && type.parameterType(0) == EvaluationContext.class;
  }

  public MethodHandle handle() {
    try {
      return MethodHandles.publicLookup().findStatic(owner, method, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalArgumentException(
          "There is no public static method (%s.%s) of type (%s).\nMaybe correct the kernel's types."
              .formatted(owner.getName(), method, type),
          e);
    }
  }
}
