package dev.huozi.formula.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.util.concurrent.ConcurrentHashMap;

/// Regular expressions in linear time (RE2): no backtracking, hence no look-around and no back
/// references. Compiled patterns are kept; the cache is emptied when it is full, since the patterns
/// of living formulas come back at once.
public final class Patterns {
  private static final int LONGEST_PATTERN = 1_000;
  private static final int CACHED = 1_000;

  /// Instructions that a pattern may compile to; counted repetitions multiply.
  private static final int LARGEST_PROGRAM = 10_000;

  /// Steps of the budget for one character at one instruction, measured on patterns that keep all
  /// threads alive.
  private static final int STEPS = 32;

  private static final ConcurrentHashMap<String, Sized> CACHE = new ConcurrentHashMap<>();

  private Patterns() {}

  /// Whether the pattern matches the whole text.
  ///
  /// @throws FormulaException `BAD_PATTERN`, or `LIMIT` when pattern and text together are too
  ///   costly
  public static boolean regex(EvaluationContext context, String text, String pattern) {
    Sized sized = CACHE.get(pattern);
    if (sized == null) {
      sized = compile(pattern);
      if (CACHE.size() >= CACHED) {
        CACHE.clear();
      }
      CACHE.put(pattern, sized);
    }
    context.charge((long) text.length() * sized.size * STEPS);
    return sized.pattern.matches(text);
  }

  private static Sized compile(String pattern) {
    if (pattern.length() > LONGEST_PATTERN) {
      throw FormulaException.of(ErrorKind.LIMIT);
    }
    String translated = PatternSyntax.toRe2(pattern);
    int size = PatternSize.of(translated);
    if (size > LARGEST_PROGRAM) {
      throw FormulaException.of(ErrorKind.LIMIT);
    }
    try {
      return new Sized(Pattern.compile(translated), size);
    } catch (PatternSyntaxException _) {
      throw FormulaException.of(ErrorKind.BAD_PATTERN);
    }
  }

  private record Sized(Pattern pattern, int size) {}
}
