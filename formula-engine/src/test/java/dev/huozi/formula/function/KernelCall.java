package dev.huozi.formula.function;

import dev.huozi.formula.number.NumberTexts;
import dev.huozi.formula.time.DateTexts;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import dev.huozi.formula.value.GeoPoint;
import java.lang.invoke.MethodHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Calls a strict function as compiled code would, without parser and compiler: picks the signature
/// by the classes of the arguments, applies its blank rule, shows the result. For tests of kernels.
final class KernelCall {
  private static final Map<Kernel, MethodHandle> HANDLES = new ConcurrentHashMap<>();

  private KernelCall() {}

  static String show(
      FormulaFunction function, List<@Nullable Object> arguments, EvaluationContext context) {
    Signature signature =
        function.signatures().stream()
            .filter(each -> accepts(each, arguments))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s takes no %s".formatted(function.name(), arguments)));
    try {
      return text(call(signature, arguments, context));
    } catch (FormulaException e) {
      return "#ERROR " + e.kind();
    }
  }

  private static boolean accepts(Signature signature, List<@Nullable Object> arguments) {
    if (!signature.acceptsCount(arguments.size())) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      Family family = signature.parameter(i).type().family();
      Object argument = arguments.get(i);
      if (family != null && argument != null && !family.javaClass().isInstance(argument)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object call(
      Signature signature, List<@Nullable Object> arguments, EvaluationContext context) {
    List<@Nullable Object> values = new ArrayList<>();
    arguments.forEach(each -> values.add("".equals(each) ? null : each));
    if (signature.blanks() == BlankRule.PROPAGATE && values.contains(null)) {
      return null;
    }
    Kernel kernel = Objects.requireNonNull(signature.kernel());
    if (signature.repeats() != Signature.Repeat.FOLD) {
      return invoke(kernel, values, context);
    }
    Object folded = values.getFirst();
    for (Object value : values.subList(1, values.size())) {
      List<@Nullable Object> pair = new ArrayList<>();
      pair.add(folded);
      pair.add(value);
      folded = invoke(kernel, pair, context);
    }
    return folded;
  }

  private static @Nullable Object invoke(
      Kernel kernel, List<@Nullable Object> values, EvaluationContext context) {
    List<@Nullable Object> actual = new ArrayList<>();
    if (kernel.takesContext()) {
      actual.add(context);
    }
    for (Object value : values) {
      Class<?> wanted = kernel.type().parameterType(actual.size());
      actual.add(wanted == int.class ? Integer.valueOf(clamped((BigDecimal) value)) : value);
    }
    try {
      return HANDLES.computeIfAbsent(kernel, Kernel::handle).invokeWithArguments(actual);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static int clamped(@Nullable Object number) {
    BigInteger whole = ((BigDecimal) Objects.requireNonNull(number)).toBigInteger();
    return whole
        .min(BigInteger.valueOf(Integer.MAX_VALUE))
        .max(BigInteger.valueOf(Integer.MIN_VALUE))
        .intValueExact();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> NumberTexts.text(number);
      case LocalDate date -> DateTexts.text(date);
      case Instant moment -> DateTexts.text(moment);
      case LocalTime time -> DateTexts.text(time);
      case GeoPoint point -> point.latitude() + ";" + point.longitude();
      default -> value.toString();
    };
  }
}
