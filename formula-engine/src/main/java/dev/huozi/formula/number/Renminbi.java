package dev.huozi.formula.number;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Amounts of money in the capital numerals of Chinese vouchers, by the rules of 支付结算办法 (appendix
/// 1, 1997): a run of zeros between digits is one 零, and so is a zero at 角 before 分. After a round
/// 元 the rules leave open whether 零 stands before 角; none is written. An amount without 分 ends in
/// 整.
public final class Renminbi {
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] MYRIADS = {"", "万", "亿", "万"};
  private static final BigDecimal LIMIT = BigDecimal.TEN.pow(16);

  private Renminbi() {}

  public static String upper(BigDecimal amount) {
    return upper(amount, "整");
  }

  /// @param ending what closes an amount without 分: 整 or 正
  /// @throws FormulaException `RANGE` for 10^16 and more
  public static String upper(BigDecimal amount, String ending) {
    BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
    if (cents.abs().compareTo(LIMIT) >= 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    long total = cents.unscaledValue().abs().longValueExact();
    String sign = cents.signum() < 0 ? "负" : "";
    return sign + unsigned(total / 100, (int) (total % 100), ending);
  }

  private static String unsigned(long yuan, int cents, String ending) {
    StringBuilder text = new StringBuilder();
    if (yuan > 0 || cents == 0) {
      text.append(yuan == 0 ? "零" : whole(yuan)).append('元');
    }
    int jiao = cents / 10;
    int fen = cents % 10;
    boolean gap = yuan > 0 && fen > 0 && jiao == 0;
    if (gap) {
      text.append('零');
    }
    if (jiao > 0) {
      text.append(digit(jiao)).append('角');
    }
    return fen > 0
        ? text.append(digit(fen)).append('分').toString()
        : text.append(ending).toString();
  }

  /// Groups of four digits from the highest; 亿 closes the upper two.
  private static String whole(long yuan) {
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int group = 3; group >= 0; group--) {
      int value = (int) (yuan / powerOfMyriad(group) % 10_000);
      if (value > 0) {
        boolean zero = !text.isEmpty() && (gap || value < 1_000);
        text.append(zero ? "零" : "").append(myriad(value)).append(MYRIADS[group]);
        gap = false;
      } else {
        gap = !text.isEmpty();
      }
      if (group == 2 && value == 0 && !text.isEmpty()) {
        text.append('亿');
      }
    }
    return text.toString();
  }

  private static long powerOfMyriad(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10_000;
    }
    return power;
  }

  /// 1 to 9999.
  private static String myriad(int value) {
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int place = 3, unit = 1_000; place >= 0; place--, unit /= 10) {
      int digit = value / unit % 10;
      if (digit == 0) {
        gap = !text.isEmpty();
        continue;
      }
      text.append(gap ? "零" : "").append(digit(digit)).append(PLACES[place]);
      gap = false;
    }
    return text.toString();
  }

  private static char digit(int value) {
    return DIGITS.charAt(value);
  }
}
