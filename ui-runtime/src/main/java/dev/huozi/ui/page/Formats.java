package dev.huozi.ui.page;

import dev.huozi.platform.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/// How values look to one reader. Digits are exact: nothing passes through a double.
///
/// @param zone where datetimes are shown
public record Formats(Locale locale, ZoneId zone) {
  private static final int HUNDRED_DIGITS = 2;
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /// Grouped, with at most `scale` digits after the point.
  public String number(BigDecimal value, int scale) {
    return grouped(value, 0, scale);
  }

  /// With the sign of its currency and as many digits as the amount has, at least those of the
  /// currency unless they are all zero in the definition (`scale`).
  public String money(Money value, int scale) {
    String digits = grouped(value.amount().abs(), scale, scale);
    return (value.amount().signum() < 0 ? "−" : "") + sign(value.currency()) + digits;
  }

  /// A ratio as a percentage; `scale` counts the digits of the ratio.
  public String percent(BigDecimal ratio, int scale) {
    return grouped(ratio.movePointRight(HUNDRED_DIGITS), 0, Math.max(0, scale - HUNDRED_DIGITS))
        + "%";
  }

  public String date(LocalDate value) {
    return value.toString();
  }

  public String dateTime(Instant value) {
    return DATE_TIME.format(value.atZone(zone));
  }

  /// A count, `1,000+` where there are more.
  public String count(long total, boolean capped) {
    return grouped(BigDecimal.valueOf(total), 0, 0) + (capped ? "+" : "");
  }

  /// The sign of a currency where it is understood, else its code: `¥`, `US$`, `CHF`.
  public String sign(String code) {
    try {
      String symbol = Currency.getInstance(code).getSymbol(Locale.of("zh", "CN"));
      return symbol.equals(code) ? code + " " : symbol;
    } catch (IllegalArgumentException _) {
      return code + " ";
    }
  }

  private String grouped(BigDecimal value, int least, int most) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
