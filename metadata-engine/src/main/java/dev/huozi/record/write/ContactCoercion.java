package dev.huozi.record.write;

import dev.huozi.record.RecordError;
import java.util.regex.Pattern;

/// E-mail addresses and telephone numbers: what is plainly none is refused, nothing more is
/// claimed.
final class ContactCoercion {
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_PHONE = 40;

  /// One `@`, something before it, a domain with a point after it, no blanks or control characters.
  /// Every part is matched without going back.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@,;:<>\"()\\[\\]\\\\]{1,64}+@(?:[\\p{L}\\p{N}-]++\\.)++[\\p{L}\\p{N}-]{2,63}+");

  private static final Pattern PHONE =
      Pattern.compile("\\+?[0-9(][0-9()\\-./]*+(?:(?:#|x|ext\\.?|转|,)[0-9]{1,8}+)?");

  private ContactCoercion() {}

  static Coerced email(FieldInput input) {
    Coerced line = TextCoercion.line(input, LONGEST_EMAIL);
    if (line instanceof Coerced.Value value && value.value() instanceof String address) {
      boolean ok = EMAIL.matcher(address).matches() && !address.contains("..");
      return ok
          ? line
          : input.refuse(RecordError.RECORD_EMAIL_INVALID, "value", FieldInput.shown(address));
    }
    return line;
  }

  /// Kept as typed, but without blanks.
  static Coerced phone(FieldInput input) {
    Coerced line = TextCoercion.line(input, LONGEST_PHONE);
    if (line instanceof Coerced.Value value && value.value() instanceof String typed) {
      String number = typed.replaceAll("[\\s\\u00A0\\u3000]+", "");
      boolean ok = PHONE.matcher(number).matches() && digits(number) >= 3;
      return ok
          ? new Coerced.Value(number)
          : input.refuse(RecordError.RECORD_PHONE_INVALID, "value", FieldInput.shown(typed));
    }
    return line;
  }

  private static long digits(String number) {
    return number.chars().filter(c -> c >= '0' && c <= '9').count();
  }
}
