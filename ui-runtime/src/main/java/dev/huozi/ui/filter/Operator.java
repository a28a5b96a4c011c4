package dev.huozi.ui.filter;

import dev.huozi.formula.syntax.ExprPrinter;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a row compares. Each knows the text that it stands for.
public enum Operator {
  IS("{f} = {v}", Takes.ONE),
  IS_NOT("{f} <> {v}", Takes.ONE),
  CONTAINS("CONTAINS({f}, {v})", Takes.ONE),
  CONTAINS_NOT("not CONTAINS({f}, {v})", Takes.ONE),
  BEGINS("BEGINS({f}, {v})", Takes.ONE),
  MORE("{f} > {v}", Takes.ONE),
  AT_LEAST("{f} >= {v}", Takes.ONE),
  LESS("{f} < {v}", Takes.ONE),
  AT_MOST("{f} <= {v}", Takes.ONE),
  ANY_OF("{f} in ({v})", Takes.SEVERAL),
  NONE_OF("{f} not in ({v})", Takes.SEVERAL),
  YES("{f} = true", Takes.NOTHING),
  NO("{f} = false", Takes.NOTHING),
  ME("{f} = $User", Takes.NOTHING),
  NOT_ME("{f} <> $User", Takes.NOTHING),
  ON("{f} = {v}", Takes.DAY),
  BEFORE("{f} < {v}", Takes.DAY),
  UNTIL("{f} <= {v}", Takes.DAY),
  AFTER("{f} > {v}", Takes.DAY),
  SINCE("{f} >= {v}", Takes.DAY),
  LAST_DAYS("{f} >= $Today - {v} and {f} <= $Today", Takes.DAYS),
  NEXT_DAYS("{f} >= $Today and {f} <= $Today + {v}", Takes.DAYS),
  THIS_MONTH("YEAR({f}) = YEAR($Today) and MONTH({f}) = MONTH($Today)", Takes.NOTHING),
  THIS_YEAR("YEAR({f}) = YEAR($Today)", Takes.NOTHING),
  BLANK("ISBLANK({f})", Takes.NOTHING),
  NOT_BLANK("not ISBLANK({f})", Takes.NOTHING);

  private static final List<Operator> TEXT =
      List.of(CONTAINS, CONTAINS_NOT, BEGINS, IS, IS_NOT, BLANK, NOT_BLANK);
  private static final List<Operator> NUMBER =
      List.of(IS, IS_NOT, MORE, AT_LEAST, LESS, AT_MOST, BLANK, NOT_BLANK);
  private static final List<Operator> DAY =
      List.of(
          LAST_DAYS,
          NEXT_DAYS,
          THIS_MONTH,
          THIS_YEAR,
          ON,
          SINCE,
          AFTER,
          UNTIL,
          BEFORE,
          BLANK,
          NOT_BLANK);
  private static final List<Operator> CODE = List.of(ANY_OF, NONE_OF, BLANK, NOT_BLANK);
  private static final List<Operator> FLAG = List.of(YES, NO);
  private static final List<Operator> RECORD = List.of(IS, IS_NOT, BLANK, NOT_BLANK);
  private static final List<Operator> PERSON = List.of(ME, NOT_ME, IS, IS_NOT, BLANK, NOT_BLANK);

  private final String pattern;
  private final Takes takes;

  Operator(String pattern, Takes takes) {
    this.pattern = pattern;
    this.takes = takes;
  }

  /// What has to be filled in.
  public enum Takes {
    NOTHING,
    ONE,
    SEVERAL,
    DAY,
    DAYS
  }

  public Takes takes() {
    return takes;
  }

  /// The name in forms and in keys of words.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Operator of(String word) {
    for (Operator one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    return null;
  }

  /// Those that make sense for a field, the usual one first; empty for what rows cannot filter.
  public static List<Operator> of(FormulaType type) {
    return switch (type.family()) {
      case TEXT -> TEXT;
      case NUMERIC -> NUMBER;
      case DATE, DATETIME -> DAY;
      case PICKLIST -> CODE;
      case BOOLEAN -> FLAG;
      case REFERENCE ->
          type instanceof FormulaType.Reference reference && reference.targets().contains("user")
              ? PERSON
              : RECORD;
      case TIME, MULTIPICKLIST, GEO, NULL -> List.of();
    };
  }

  /// The text of a condition.
  ///
  /// @param path as it is spelled in formulas
  String text(String path, FormulaType type, Operand operand) {
    // Days of a datetime are those of the reader's zone.
    String field = type.family() == Family.DATETIME && onDays() ? "DATEVALUE(" + path + ")" : path;
    return filled(field, value(type, operand));
  }

  private boolean onDays() {
    return this != BLANK && this != NOT_BLANK;
  }

  private String value(FormulaType type, Operand operand) {
    return switch (takes) {
      case NOTHING -> "";
      case DAYS -> operand.value();
      case DAY -> day(operand);
      case SEVERAL ->
          operand.values().stream().map(ExprPrinter::text).collect(Collectors.joining(", "));
      case ONE -> type.isNumeric() ? operand.value() : ExprPrinter.text(operand.value());
    };
  }

  private static String day(Operand operand) {
    return switch (operand.day()) {
      case TODAY -> "$Today";
      case AGO -> "$Today - " + operand.value();
      case AHEAD -> "$Today + " + operand.value();
      case FIXED -> {
        String[] parts = operand.value().split("-");
        yield "DATE(%s)"
            .formatted(
                java.util.Arrays.stream(parts)
                    .map(part -> Integer.toString(Integer.parseInt(part)))
                    .collect(Collectors.joining(", ")));
      }
    };
  }

  private String filled(String field, String value) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      if (pattern.startsWith("{f}", at) || pattern.startsWith("{v}", at)) {
        text.append(pattern.charAt(at + 1) == 'f' ? field : value);
        at += 3;
      } else {
        text.append(pattern.charAt(at++));
      }
    }
    return text.toString();
  }

  /// Whether its text is two conditions that belong together.
  boolean isPair() {
    return pattern.contains(" and ");
  }
}
