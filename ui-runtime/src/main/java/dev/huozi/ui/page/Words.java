package dev.huozi.ui.page;

import dev.huozi.formula.value.FormulaError;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.LocalizedText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The words of the pages in one language: `messages/page_*.properties`. Placeholders are numbers:
/// `{0}`.
public record Words(Messages messages, Locale locale) {
  public static final String BUNDLE = "page";

  public String get(String key, Object... arguments) {
    return messages.text(BUNDLE, key, numbered(arguments), locale);
  }

  /// A label of metadata in this language, else the API name.
  public String label(LocalizedText text, String name) {
    return text.get(locale, name);
  }

  /// Why a formula has no value.
  public String error(FormulaError error) {
    return get("formula_error_" + error.kind().name().toLowerCase(Locale.ROOT));
  }

  public String describe(Issue issue) {
    return messages.describe(issue, locale);
  }

  public String describe(ProblemException problem) {
    return messages.describe(problem, locale);
  }

  /// A problem with all that it is made of.
  public String describeAll(ProblemException problem) {
    StringBuilder text = new StringBuilder(describe(problem));
    problem.issues().forEach(issue -> text.append(' ').append(describe(issue)));
    return text.toString();
  }

  /// The language for the `lang` attribute.
  public String tag() {
    return locale.getLanguage().equals("en") ? "en" : "zh-Hans";
  }

  private static Map<String, Object> numbered(Object... arguments) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      map.put(Integer.toString(i), arguments[i]);
    }
    return map;
  }
}
