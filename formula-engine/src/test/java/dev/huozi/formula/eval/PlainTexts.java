package dev.huozi.formula.eval;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Functions on texts, over lists of characters.
final class PlainTexts {
  static final Set<String> NAMES =
      Set.of(
          "LEFT",
          "RIGHT",
          "MID",
          "SUBSTR",
          "LEN",
          "FIND",
          "CONTAINS",
          "BEGINS",
          "SUBSTITUTE",
          "TRIM",
          "UPPER",
          "LOWER",
          "INITCAP",
          "LPAD",
          "RPAD",
          "REVERSE",
          "ASCII",
          "CHR",
          "REGEX",
          "BR",
          "TEXT",
          "CNID",
          "USCC",
          "CASESAFEID",
          "HYPERLINK",
          "IMAGE");

  private PlainTexts() {}

  static @Nullable Object call(String name, List<@Nullable Object> a) {
    Object first = a.isEmpty() ? null : a.getFirst();
    String text = first instanceof String string ? string : null;
    return switch (name) {
      case "LEFT" -> slice(text, 0, count(a, 1));
      case "RIGHT" -> {
        int size = chars(text).size();
        yield slice(text, size - Math.min(size, Math.max(0, count(a, 1))), size);
      }
      case "MID" -> slice(text, Math.max(1, count(a, 1)) - 1, count(a, 2));
      case "SUBSTR" -> substr(text, count(a, 1), a.size() > 2 ? count(a, 2) : 1_000_000);
      case "LEN" -> BigDecimal.valueOf(chars(text).size());
      case "FIND" ->
          find(
              (String) a.get(0),
              (String) a.get(1),
              a.size() > 2 && a.get(2) != null ? count(a, 2) : 1);
      case "CONTAINS" ->
          a.get(1) == null
              ? Boolean.TRUE
              : text == null
                  ? null
                  : Collections.indexOfSubList(chars(text), chars((String) a.get(1))) >= 0;
      case "BEGINS" ->
          a.get(1) == null
              ? Boolean.TRUE
              : text == null
                  ? null
                  : Collections.indexOfSubList(chars(text), chars((String) a.get(1))) == 0;
      case "SUBSTITUTE" ->
          text == null || a.get(1) == null
              ? null
              : text.replace((String) a.get(1), a.get(2) == null ? "" : (String) a.get(2));
      case "TRIM" -> text.replaceAll("^ +", "").replaceAll(" +$", "");
      case "UPPER" -> text == null ? null : text.toUpperCase(locale(a));
      case "LOWER" -> text == null ? null : text.toLowerCase(locale(a));
      case "INITCAP" -> initcap(text);
      case "LPAD" -> pad(text, count(a, 1), a.size() > 2 ? (String) a.get(2) : " ", true);
      case "RPAD" -> pad(text, count(a, 1), a.size() > 2 ? (String) a.get(2) : " ", false);
      case "REVERSE" -> {
        List<String> reversed = new ArrayList<>(chars(text));
        Collections.reverse(reversed);
        yield String.join("", reversed);
      }
      case "ASCII" -> BigDecimal.valueOf(text.codePointAt(0));
      case "CHR" -> chr(count(a, 0));
      case "REGEX" -> regex(text, (String) a.get(1));
      case "BR" -> "\n";
      case "TEXT" -> shown(first);
      case "CNID" -> text != null && PlainCodes.isIdNumber(text);
      case "USCC" -> text != null && PlainCodes.isCreditCode(text);
      case "CASESAFEID" -> text;
      case "HYPERLINK" -> link("", a);
      case "IMAGE" -> link("!", a);
      default -> throw new IllegalArgumentException(name);
    };
  }

  static List<String> chars(@Nullable String text) {
    return text == null ? List.of() : text.codePoints().mapToObj(Character::toString).toList();
  }

  static int whole(BigDecimal number) {
    BigDecimal clamped =
        number
            .min(BigDecimal.valueOf(Integer.MAX_VALUE))
            .max(BigDecimal.valueOf(Integer.MIN_VALUE));
    return clamped.intValue();
  }

  private static int count(List<@Nullable Object> arguments, int index) {
    return whole((BigDecimal) java.util.Objects.requireNonNull(arguments.get(index)));
  }

  private static String slice(@Nullable String text, int from, int count) {
    return chars(text).stream().skip(from).limit(Math.max(0, count)).collect(Collectors.joining());
  }

  private static String substr(@Nullable String text, int start, int count) {
    int size = chars(text).size();
    if (start < 0) {
      return -(long) start > size ? "" : slice(text, size + start, count);
    }
    return slice(text, Math.max(1, start) - 1, count);
  }

  private static BigDecimal find(@Nullable String part, @Nullable String text, int start) {
    if (part == null || text == null) {
      return BigDecimal.ZERO;
    }
    List<String> searched = chars(text);
    int skipped = Math.min(searched.size(), Math.max(1, start) - 1);
    int at = Collections.indexOfSubList(searched.subList(skipped, searched.size()), chars(part));
    return BigDecimal.valueOf(at < 0 ? 0 : at + skipped + 1);
  }

  private static Locale locale(List<@Nullable Object> arguments) {
    String code = arguments.size() > 1 ? (String) arguments.get(1) : null;
    return code != null && (code.startsWith("tr") || code.startsWith("az") || code.startsWith("lt"))
        ? Locale.of(code.substring(0, 2))
        : Locale.ROOT;
  }

  private static String initcap(@Nullable String text) {
    StringBuilder result = new StringBuilder();
    boolean word = false;
    for (String each : chars(text)) {
      int point = each.codePointAt(0);
      boolean cased = Character.isUpperCase(point) || Character.isLowerCase(point);
      int shown =
          !cased ? point : word ? Character.toLowerCase(point) : Character.toUpperCase(point);
      result.appendCodePoint(shown);
      word = cased || Character.isDigit(point);
    }
    return result.toString();
  }

  private static String pad(@Nullable String text, int length, String padding, boolean left) {
    if (length > 262_144) {
      throw new PlainError("too long");
    }
    List<String> given = chars(text);
    if (given.size() >= length) {
      return slice(text, 0, length);
    }
    String filling = slice(padding.repeat(length), 0, length - given.size());
    return left ? filling + text : text + filling;
  }

  private static String chr(int code) {
    boolean exists = code > 0 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
    return exists ? Character.toString(code) : "";
  }

  private static boolean regex(String text, String pattern) {
    try {
      return Pattern.matches(pattern, text);
    } catch (PatternSyntaxException e) {
      throw new PlainError("bad pattern");
    }
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number ->
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      case Instant moment ->
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'")
              .withZone(ZoneOffset.UTC)
              .format(moment);
      case LocalTime time -> DateTimeFormatter.ofPattern("HH:mm:ss.SSS").format(time);
      case LocalDate date -> DateTimeFormatter.ofPattern("uuuu-MM-dd").format(date);
      case null, default -> String.valueOf(value);
    };
  }

  private static @Nullable String link(String mark, List<@Nullable Object> arguments) {
    String address = (String) arguments.get(0);
    String label = (String) arguments.get(1);
    if (address == null || !address.startsWith("/") && !address.startsWith("https://")) {
      return label;
    }
    String size =
        arguments.size() < 4
            ? ""
            : " =" + pixels(arguments.get(3)) + "x" + pixels(arguments.get(2));
    String shown = (label == null ? address : label).replaceAll("[\\[\\]\\\\]", "\\\\$0");
    return mark + "[" + shown + "](" + percent(address) + size + ")";
  }

  /// Blanks and what would end an address, in the notation of URLs.
  private static String percent(String address) {
    String result = address;
    for (String each : List.of(" ", "(", ")", "<", ">", "\"", "'", "\\", "\n")) {
      result = result.replace(each, "%%%02X".formatted((int) each.charAt(0)));
    }
    return result;
  }

  private static String pixels(@Nullable Object size) {
    return size instanceof BigDecimal number && number.signum() > 0 && number.intValue() <= 10_000
        ? Integer.toString(number.intValue())
        : "";
  }
}
