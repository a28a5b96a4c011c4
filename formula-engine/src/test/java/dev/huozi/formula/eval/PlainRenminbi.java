package dev.huozi.formula.eval;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Amounts in capital numerals by rewriting: first every digit with its unit, then the zeros go.
final class PlainRenminbi {
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] UNITS = {
    "元", "拾", "佰", "仟", "万", "拾", "佰", "仟", "亿", "拾", "佰", "仟", "万", "拾", "佰", "仟"
  };

  private PlainRenminbi() {}

  static String upper(BigDecimal amount, String ending) {
    BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
    if (rounded.abs().compareTo(new BigDecimal("1E16")) >= 0) {
      throw new PlainError("range");
    }
    String plain = rounded.abs().toPlainString();
    String yuan = plain.substring(0, plain.length() - 3);
    int jiao = plain.charAt(plain.length() - 2) - '0';
    int fen = plain.charAt(plain.length() - 1) - '0';
    String text = yuan.equals("0") ? "" : whole(yuan);
    if (jiao > 0) {
      text += DIGITS.charAt(jiao) + "角";
    } else if (fen > 0 && !text.isEmpty()) {
      text += "零";
    }
    text += fen > 0 ? DIGITS.charAt(fen) + "分" : "";
    text = text.isEmpty() ? "零元" : text;
    return (rounded.signum() < 0 ? "负" : "") + text + (fen > 0 ? "" : ending);
  }

  private static String whole(String digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      String unit = UNITS[digits.length() - 1 - i];
      boolean grouping = unit.equals("元") || unit.equals("万") || unit.equals("亿");
      text.append(digit == 0 ? "零" + (grouping ? unit : "") : DIGITS.charAt(digit) + unit);
    }
    String shown = text.toString();
    shown = shown.replaceAll("零+", "零");
    shown = shown.replaceAll("零([万亿元])", "$1");
    shown = shown.replaceAll("亿万", "亿");
    if (digits.length() > 12
        && digits.substring(digits.length() - 12, digits.length() - 8).equals("0000")) {
      shown = shown.replaceFirst("万亿?", "万亿");
    }
    return shown;
  }
}
