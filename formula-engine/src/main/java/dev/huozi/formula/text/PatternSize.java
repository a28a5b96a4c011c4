package dev.huozi.formula.text;

import java.util.ArrayDeque;
import java.util.Deque;

/// Estimates how many instructions a regular expression compiles to, before it is compiled:
/// `((a{99}){99}){99}` is short and huge. Reads the pattern without judging it; what is not
/// well-formed is found by the compiler.
final class PatternSize {
  private static final int TOO_MUCH = 1_000_000;

  private final String pattern;
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int at;
  private int sum;
  private int last;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  static int of(String pattern) {
    return new PatternSize(pattern).read();
  }

  private int read() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> open();
        case ')' -> close();
        case '{' -> repeat();
        default -> single(1);
      }
    }
    while (!outer.isEmpty()) {
      close();
    }
    return sum;
  }

  private void single(int size) {
    sum = capped((long) sum + size);
    last = size;
  }

  /// `\Q…\E` and `\p{…}` hold braces that repeat nothing.
  private void escape() {
    if (pattern.startsWith("Q", at)) {
      int end = pattern.indexOf("\\E", at);
      int stop = end < 0 ? pattern.length() : end;
      sum = capped((long) sum + stop - at);
      last = 1;
      at = end < 0 ? stop : stop + 2;
    } else if (pattern.startsWith("p{", at)
        || pattern.startsWith("P{", at)
        || pattern.startsWith("x{", at)) {
      int end = pattern.indexOf('}', at);
      at = end < 0 ? pattern.length() : end + 1;
      single(1);
    } else {
      at++;
      single(1);
    }
  }

  private void characterClass() {
    int first = pattern.startsWith("^", at) ? at + 1 : at;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at <= first)) {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    single(1);
  }

  private void open() {
    outer.push(sum);
    sum = 0;
    last = 0;
  }

  private void close() {
    int group = capped((long) sum + 2);
    sum = outer.isEmpty() ? 0 : outer.pop();
    single(group);
  }

  private void repeat() {
    int end = pattern.indexOf('}', at);
    int most = end < 0 ? 0 : largestCount(pattern.substring(at, end));
    if (most > 1) {
      sum = capped(sum + (long) last * (most - 1));
      last = capped((long) last * most);
    }
  }

  private static int largestCount(String counts) {
    int most = 0;
    for (String count : counts.split(",", 3)) {
      if (count.length() > 6 || !count.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return 0;
      }
      most = count.isEmpty() ? most : Math.max(most, Integer.parseInt(count));
    }
    return most;
  }

  private static int capped(long size) {
    return (int) Math.min(size, TOO_MUCH);
  }
}
