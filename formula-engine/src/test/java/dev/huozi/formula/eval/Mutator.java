package dev.huozi.formula.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Spoils formulas: by character and by word, alone and by crossing two.
final class Mutator {
  private static final String[] WORDS = {
    "(",
    ")",
    ",",
    "+",
    "-",
    "*",
    "/",
    "^",
    "&",
    "=",
    "<>",
    "<=",
    ">",
    "&&",
    "||",
    "!",
    "not ",
    " in ",
    " and ",
    " or ",
    ".",
    "[",
    "]",
    "{",
    "}",
    "/*",
    "*/",
    "\"",
    "'",
    "“",
    "”",
    "（",
    "，",
    "\\",
    "\\d",
    "\\u",
    "0",
    "1",
    "-1",
    "9999999999999999999999",
    "0.000000000000001",
    "1e9",
    "\"\"",
    "\"a\"",
    "null",
    "true",
    "NULL",
    "IF(",
    "CASE(",
    "AND(",
    "OR(",
    "NOT(",
    "TEXT(",
    "VALUE(",
    "LPAD(",
    "MID(",
    "REGEX(",
    "DATE(",
    "ROUND(",
    "IFERROR(",
    "PRIORVALUE(",
    "ISNEW()",
    "$User",
    "$Today",
    "$Now",
    "客户",
    "[客户 名称]",
    "如果(",
    "z",
    "\0",
    "\uD83D",
    "\uDE00",
    "🙂",
    "\n",
    "\t",
    "\u3000",
    "\u202E",
    "ﬀ",
    "İ",
    "%"
  };

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  String mutate(String formula, String other) {
    String result = formula;
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      result = random.nextInt(3) == 0 ? byCharacter(result) : byWord(result, other);
    }
    return result.length() > 3_000 ? result.substring(0, 3_000) : result;
  }

  private String byCharacter(String text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(3));
    String before = text.substring(0, at);
    return switch (random.nextInt(5)) {
      case 0 -> before + text.substring(end);
      case 1 -> before + character() + text.substring(at);
      case 2 -> before + character() + text.substring(end);
      case 3 -> before + text.substring(at, end).repeat(2) + text.substring(end);
      default ->
          before + new StringBuilder(text.substring(at, end)).reverse() + text.substring(end);
    };
  }

  private char character() {
    return random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : (char) random.nextInt(128);
  }

  private String byWord(String text, String other) {
    List<String> words = words(text);
    List<String> others = words(other);
    int at = random.nextInt(words.size() + 1);
    int end = Math.min(words.size(), at + 1 + random.nextInt(4));
    switch (random.nextInt(6)) {
      case 0 -> words.subList(at, end).clear();
      case 1 -> words.add(at, pick(WORDS));
      case 2 -> words.addAll(at, part(others));
      case 3 -> words.addAll(at, part(words));
      case 4 -> swap(words, at);
      default -> {
        words.subList(at, words.size()).clear();
        words.addAll(others.subList(random.nextInt(others.size() + 1), others.size()));
      }
    }
    return String.join("", words);
  }

  private List<String> part(List<String> words) {
    int from = random.nextInt(words.size() + 1);
    return List.copyOf(words.subList(from, Math.min(words.size(), from + 1 + random.nextInt(12))));
  }

  private void swap(List<String> words, int at) {
    if (at < words.size()) {
      int with = random.nextInt(words.size());
      String word = words.get(at);
      words.set(at, words.get(with));
      words.set(with, word);
    }
  }

  private String pick(String[] words) {
    return words[random.nextInt(words.length)];
  }

  /// Runs of letters and digits, and single other characters.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 1; at <= text.length(); at++) {
      boolean together =
          at < text.length()
              && Character.isLetterOrDigit(text.charAt(at - 1))
              && Character.isLetterOrDigit(text.charAt(at));
      if (!together) {
        words.add(text.substring(start, at));
        start = at;
      }
    }
    return words;
  }
}
