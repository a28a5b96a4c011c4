package dev.huozi.formula.function;

import java.util.List;

/// The functions of the chapter math.
final class MathFunctions {
  private MathFunctions() {}

  static List<FormulaFunction> list() {
    return List.of(
        new Absolute(),
        new Round(),
        new Truncate(),
        new Ceiling(),
        new Floor(),
        new CeilingUp(),
        new FloorDown(),
        new Remainder(),
        new Maximum(),
        new Minimum(),
        new SquareRoot(),
        new Exponential(),
        new NaturalLogarithm(),
        new CommonLogarithm(),
        new Sine(),
        new Cosine(),
        new Tangent(),
        new ArcSine(),
        new ArcCosine(),
        new ArcTangent(),
        new ArcTangentOfPoint(),
        new Pi(),
        new CurrencyRate());
  }
}
