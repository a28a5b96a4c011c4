package dev.huozi.formula.eval;

import dev.huozi.formula.function.Kernel;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.operator.Conversions;
import dev.huozi.formula.value.EvaluationContext;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls kernels with boxed values, for the interpreter.
final class KernelCaller {
  private KernelCaller() {}

  static @Nullable Object call(
      Kernel kernel, Signature signature, @Nullable Object[] arguments, EvaluationContext context) {
    List<@Nullable Object> values = new ArrayList<>();
    boolean takesContext =
        kernel.type().parameterCount() > 0
            && kernel.type().parameterType(0) == EvaluationContext.class;
    if (takesContext) {
      values.add(context);
    }
    int single =
        signature.repeats() == Signature.Repeat.ARRAY
            ? signature.parameters().size() - 1
            : arguments.length;
    for (int i = 0; i < single; i++) {
      values.add(convert(arguments[i], kernel.type().parameterType(values.size())));
    }
    if (signature.repeats() == Signature.Repeat.ARRAY) {
      values.add(
          array(arguments, single, kernel.type().parameterType(values.size()).componentType()));
    }
    return box(invoke(kernel, values));
  }

  private static @Nullable Object invoke(Kernel kernel, List<@Nullable Object> values) {
    try {
      return kernel.handle().invokeWithArguments(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(
          "Kernel (%s) threw a checked exception.".formatted(kernel), e);
    }
  }

  private static @Nullable Object convert(@Nullable Object value, Class<?> parameter) {
    return parameter == int.class && value instanceof BigDecimal number
        ? Integer.valueOf(Conversions.toInt(number))
        : value;
  }

  private static Object array(@Nullable Object[] arguments, int from, Class<?> element) {
    Object array = Array.newInstance(element, arguments.length - from);
    for (int i = from; i < arguments.length; i++) {
      Array.set(array, i - from, arguments[i]);
    }
    return array;
  }

  private static @Nullable Object box(@Nullable Object result) {
    return switch (result) {
      case Integer whole -> BigDecimal.valueOf(whole);
      case Long whole -> BigDecimal.valueOf(whole);
      case null, default -> result;
    };
  }
}
