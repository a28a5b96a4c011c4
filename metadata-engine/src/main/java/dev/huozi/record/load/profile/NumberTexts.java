package dev.huozi.record.load.profile;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.SheetRow.Cell;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as people write them: `1,234.50`, `(12)`, `-￥3.5`, `12.5%`. Groups must be groups:
/// `1,23` is no number.
final class NumberTexts {
  private static final int LONGEST = 100;
  private static final String SIGNS = "[¥￥$€£]?";

  private final Pattern pattern;
  private final String decimal;
  private final String thousands;

  NumberTexts(ImportProfile.Formats formats) {
    this.decimal = String.valueOf(formats.decimal());
    this.thousands = String.valueOf(formats.thousands());
    if (decimal.length() != 1 || thousands.length() > 1 || decimal.equals(thousands)) {
      throw new ProblemException(
          LoadError.LOAD_FORMAT_INVALID, "format", decimal + " " + thousands);
    }
    String group = thousands.isEmpty() ? "(?!)" : Pattern.quote(thousands);
    this.pattern =
        Pattern.compile(
            "([+-]?)"
                + SIGNS
                + "((?:\\d{1,3}(?:"
                + group
                + "\\d{3})+|\\d*)(?:"
                + Pattern.quote(decimal)
                + "\\d*)?)(%?)");
  }

  /// The number, or null when it is none.
  ///
  /// @param percent true where `12.5%` may be written for 0.125
  @Nullable BigDecimal read(Cell cell, boolean percent) {
    String text = FormulaGuard.remove(cell.text().strip());
    if (text.length() > LONGEST) {
      return null;
    }
    return cell.plain() ? plain(text) : written(text, percent);
  }

  private static @Nullable BigDecimal plain(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable BigDecimal written(String given, boolean percent) {
    boolean bracketed = given.startsWith("(") && given.endsWith(")");
    String text = bracketed ? given.substring(1, given.length() - 1) : given;
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches() || !matcher.group(3).isEmpty() && !percent) {
      return null;
    }
    String digits = matcher.group(2);
    if (!thousands.isEmpty()) {
      digits = digits.replace(thousands, "");
    }
    BigDecimal number = plain(digits.replace(decimal, "."));
    if (number == null) {
      return null;
    }
    BigDecimal scaled = matcher.group(3).isEmpty() ? number : number.movePointLeft(2);
    return matcher.group(1).equals("-") != bracketed ? scaled.negate() : scaled;
  }
}
