package dev.huozi.formula.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Links and pictures as text in the notation of Markdown: `[label](address)` and
/// `![label](address)`. No formula makes markup; what shows the text decides whether to make a link
/// of it. An address that is neither relative to the site nor of a harmless scheme is left out and
/// only the label stays.
public final class Links {
  private static final List<String> SCHEMES = List.of("http:", "https:", "mailto:", "tel:");

  private Links() {}

  public static @Nullable String hyperlink(@Nullable String address, @Nullable String label) {
    return link("[", address, label, "");
  }

  /// @param target where Salesforce would open it; links always open as the page that shows them
  ///   decides
  public static @Nullable String hyperlink(
      @Nullable String address, @Nullable String label, @Nullable String target) {
    return hyperlink(address, label);
  }

  public static @Nullable String image(@Nullable String address, @Nullable String label) {
    return link("![", address, label, "");
  }

  /// With a size in pixels, `![label](address =WIDTHxHEIGHT)`.
  public static @Nullable String image(
      @Nullable String address,
      @Nullable String label,
      @Nullable BigDecimal height,
      @Nullable BigDecimal width) {
    return link("![", address, label, " =" + pixels(width) + "x" + pixels(height));
  }

  private static @Nullable String link(
      String opening, @Nullable String address, @Nullable String label, String size) {
    if (address == null || !isHarmless(address)) {
      return label;
    }
    StringBuilder link = new StringBuilder(opening);
    appendEscaped(link, label == null ? address : label, "[]\\");
    link.append("](");
    appendAddress(link, address);
    link.append(size).append(')');
    Texts.checkLength(link.length());
    return link.toString();
  }

  private static boolean isHarmless(String address) {
    if (address.startsWith("//") || address.startsWith("/\\")) {
      return false;
    }
    String lower = address.toLowerCase(Locale.ROOT);
    return address.startsWith("/") || SCHEMES.stream().anyMatch(lower::startsWith);
  }

  private static void appendEscaped(StringBuilder to, String text, String special) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (special.indexOf(c) >= 0) {
        to.append('\\');
      }
      to.append(c < ' ' ? ' ' : c);
    }
  }

  /// Characters that would end the address are written as in a URL.
  private static void appendAddress(StringBuilder to, String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' ' || "()<>\"'\\".indexOf(c) >= 0) {
        to.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        to.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      } else {
        to.append(c);
      }
    }
  }

  private static String pixels(@Nullable BigDecimal size) {
    boolean sensible =
        size != null && size.signum() > 0 && size.compareTo(BigDecimal.valueOf(10_000)) <= 0;
    return sensible && size != null ? Integer.toString(size.intValue()) : "";
  }
}
