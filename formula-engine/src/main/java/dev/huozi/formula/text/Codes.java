package dev.huozi.formula.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Codes with check characters: Chinese ID numbers, unified social credit codes, Salesforce ids.
public final class Codes {
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10X98765432";
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91);

  /// The 31 characters of GB 32100-2015: no I, O, S, V, Z.
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final String CASE_SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  private Codes() {}

  /// Whether `text` is an ID number of GB 11643-1999: 18 characters, a province, a date of birth
  /// that exists, and the right check character (ISO 7064 MOD 11-2). False for a blank.
  public static boolean isIdNumber(@Nullable String text) {
    return text != null
        && text.length() == 18
        && digits(text, 0, 17)
        && PROVINCES.contains(number(text, 0, 2))
        && isDate(number(text, 6, 10), number(text, 10, 12), number(text, 12, 14))
        && Character.toUpperCase(text.charAt(17)) == idCheck(text);
  }

  /// Whether `text` is a unified social credit code of GB 32100-2015: 18 characters, digits at the
  /// places of the administrative division, and the right check character (MOD 31). False for a
  /// blank.
  public static boolean isCreditCode(@Nullable String text) {
    if (text == null || text.length() != 18 || !digits(text, 2, 8)) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int value = CREDIT_ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31) == text.charAt(17);
  }

  /// A case-sensitive id of 15 characters with the three characters that say which of its letters
  /// are capitals; every other text stays as it is.
  public static String caseSafeId(String id) {
    if (id.length() != 15 || !id.chars().allMatch(Codes::isAsciiLetterOrDigit)) {
      return id;
    }
    StringBuilder result = new StringBuilder(id);
    for (int block = 0; block < 15; block += 5) {
      int capitals = 0;
      for (int i = 0; i < 5; i++) {
        char c = id.charAt(block + i);
        capitals |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
      }
      result.append(CASE_SUFFIX.charAt(capitals));
    }
    return result.toString();
  }

  private static char idCheck(String text) {
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += (text.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return ID_CHECKS.charAt(sum % 11);
  }

  private static boolean isDate(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getYear() >= 1800;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean digits(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
