package dev.huozi.formula.eval;

import dev.huozi.formula.check.ArithmeticOperator;
import dev.huozi.formula.check.TypedExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Functions on whole numbers that are one machine instruction or two. They give what their kernels
/// give.
enum Intrinsic {
  /// MOD by a whole number that is not 0.
  MOD,
  MIN,
  MAX,
  ABS,
  /// A whole number divided by a whole number that is not 0, then cut toward zero.
  FLOOR_OF_QUOTIENT,
  /// Rounding functions of what is whole already.
  SAME;

  static @Nullable Intrinsic of(TypedExpr.Call call, Wholes wholes) {
    List<TypedExpr> arguments = call.arguments();
    return switch (call.function().name()) {
      case "MOD" ->
          wholes.bound(arguments.getFirst()) >= 0 && divisor(arguments.getLast(), wholes)
              ? MOD
              : null;
      case "MIN" -> all(arguments, wholes) ? MIN : null;
      case "MAX" -> all(arguments, wholes) ? MAX : null;
      case "ABS" -> all(arguments, wholes) ? ABS : null;
      case "CEILING", "MCEILING", "MFLOOR" -> all(arguments, wholes) ? SAME : null;
      case "FLOOR" ->
          all(arguments, wholes)
              ? SAME
              : quotient(arguments.getFirst(), wholes) ? FLOOR_OF_QUOTIENT : null;
      default -> null;
    };
  }

  private static boolean all(List<TypedExpr> arguments, Wholes wholes) {
    return arguments.stream().allMatch(argument -> wholes.bound(argument) >= 0);
  }

  private static boolean divisor(TypedExpr expression, Wholes wholes) {
    return expression instanceof TypedExpr.Literal && wholes.bound(expression) > 0;
  }

  /// The quotient of numbers so small that rounding it to 33 digits first changes nothing.
  private static boolean quotient(TypedExpr expression, Wholes wholes) {
    return expression instanceof TypedExpr.Arithmetic arithmetic
        && arithmetic.operator() == ArithmeticOperator.DIVIDE
        && wholes.bound(arithmetic.left()) >= 0
        && wholes.bound(arithmetic.left()) < 1_000_000_000_000_000L
        && divisor(arithmetic.right(), wholes)
        && wholes.bound(arithmetic.right()) < 1_000_000_000_000_000L;
  }

  long bound(TypedExpr.Call call, Wholes wholes) {
    List<TypedExpr> arguments = call.arguments();
    return switch (this) {
      case MOD -> wholes.bound(arguments.getLast());
      case MIN, MAX -> arguments.stream().mapToLong(wholes::bound).max().orElse(Wholes.NONE);
      case ABS, SAME -> wholes.bound(arguments.getFirst());
      case FLOOR_OF_QUOTIENT -> wholes.bound(((TypedExpr.Arithmetic) arguments.getFirst()).left());
    };
  }
}
