package dev.huozi.ui.api;

import dev.huozi.metadata.merge.MergeOutcome;
import dev.huozi.metadata.pack.ExportSide;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.ui.error.UiError;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words of bodies that must be one of a few.
final class Choices {
  private Choices() {}

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static Principal.Role role(String word) {
    return choice(Principal.Role.values(), "role", word);
  }

  static SortCollation sortCollation(String word) {
    return choice(SortCollation.values(), "sortCollation", word);
  }

  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      throw invalid("zone", name, "Asia/Shanghai");
    }
  }

  /// A language that there are texts in, or null for none.
  static @Nullable Locale locale(@Nullable String tag) {
    if (tag == null || tag.isBlank()) {
      return null;
    }
    Locale locale = Locale.forLanguageTag(tag);
    boolean known =
        Messages.LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(locale.getLanguage()));
    if (!known) {
      throw invalid("locale", tag, "zh-CN, en");
    }
    return locale;
  }

  /// Whose value stands, as `choices` says it for the property of that name.
  static MergeOutcome.Side side(String name, String word) {
    return choice(MergeOutcome.Side.values(), name, word);
  }

  /// Which state of a pack the query parameter `side` asks for; as it is when it says nothing.
  static ExportSide exportSide(@Nullable String word) {
    return word == null ? ExportSide.AS_IS : choice(ExportSide.values(), "side", word);
  }

  private static <E extends Enum<E>> E choice(E[] constants, String name, String word) {
    return Arrays.stream(constants)
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(() ->
            invalid(
                name,
                word,
                Arrays.stream(constants).map(Choices::word).collect(Collectors.joining(", "))));
  }

  private static ProblemException invalid(String name, String value, String expected) {
    return new ProblemException(
        UiError.PROPERTY_INVALID, "name", name, "value", value, "expected", expected);
  }
}
