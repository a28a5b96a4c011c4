package dev.huozi.metadata.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A yes-or-no property that may depend on the record: `true`, `false`, or a formula that is asked
/// each time (`required: ISPICKVAL(status, "done")`). In a file the two plain words are booleans.
///
/// @param source `true`, `false`, or the text of the formula
public record Condition(String source) {
  private static final String YES = "true";
  private static final String NO = "false";

  public static final Condition ALWAYS = new Condition(YES);
  public static final Condition NEVER = new Condition(NO);

  public Condition {
    String word = source.strip().toLowerCase(Locale.ROOT);
    source = word.equals(YES) || word.equals(NO) ? word : source;
  }

  public static Condition of(boolean always) {
    return always ? ALWAYS : NEVER;
  }

  /// Holds for every record.
  public boolean isAlways() {
    return source.equals(YES);
  }

  /// Holds for no record.
  public boolean isNever() {
    return source.equals(NO);
  }

  /// What has to be asked; null when the answer is known without a record.
  public @Nullable String formula() {
    return isAlways() || isNever() ? null : source;
  }

  @Override
  public String toString() {
    return source;
  }
}
