package dev.huozi.formula.eval;

import java.math.BigInteger;

/// Check characters by their definitions: remainders of weighted sums.
final class PlainCodes {
  private PlainCodes() {}

  /// ISO 7064 MOD 11-2: the number read in base 2 with the check digit leaves 1.
  static boolean isIdNumber(String text) {
    if (!text.matches(
        "[1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      int weight = BigInteger.TWO.pow(17 - i).mod(BigInteger.valueOf(11)).intValue();
      sum += (text.charAt(i) - '0') * weight;
    }
    char last = Character.toUpperCase(text.charAt(17));
    return (sum + (last == 'X' ? 10 : last - '0')) % 11 == 1;
  }

  static boolean isCreditCode(String text) {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    if (!text.matches("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 18; i++) {
      int weight = i < 17 ? BigInteger.valueOf(3).pow(i).mod(BigInteger.valueOf(31)).intValue() : 1;
      sum += alphabet.indexOf(text.charAt(i)) * weight;
    }
    return sum % 31 == 0;
  }
}
