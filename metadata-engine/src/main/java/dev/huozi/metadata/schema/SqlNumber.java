package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlFragment;
import java.util.List;

/// Small whole numbers in DDL, where nothing can be bound: made of constant digits.
final class SqlNumber {
  private static final List<SqlFragment> DIGITS =
      List.of(
          SqlFragment.of("0"),
          SqlFragment.of("1"),
          SqlFragment.of("2"),
          SqlFragment.of("3"),
          SqlFragment.of("4"),
          SqlFragment.of("5"),
          SqlFragment.of("6"),
          SqlFragment.of("7"),
          SqlFragment.of("8"),
          SqlFragment.of("9"));

  private SqlNumber() {}

  static SqlFragment of(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("Not for negative numbers, got (%d).".formatted(number));
    }
    return SqlFragment.join(
        "", Integer.toString(number).chars().mapToObj(digit -> DIGITS.get(digit - '0')).toList());
  }
}
