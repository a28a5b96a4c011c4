package dev.huozi.platform.i18n;

import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Words codes and keys in the language of a user. Never throws: what has no text is shown as its
/// code and parameters.
///
/// The texts of a code stand in `messages/<bundle>_zh.properties` and `_en.properties` (UTF-8),
/// where the bundle is named after a package of the code's enum below `dev.huozi`: for
/// `dev.huozi.metadata.pack.PackError` first `pack`, then `metadata`. So a module needs no
/// registration.
@Singleton
public final class Messages {
  /// The languages that every text exists in. The first one is the fallback.
  public static final List<Locale> LANGUAGES = List.of(Locale.of("zh"), Locale.of("en"));

  private static final String ROOT_PACKAGE = "dev.huozi.";

  private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();

  /// The language of ours that serves `locale` best.
  public static Locale language(Locale locale) {
    return LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(locale.getLanguage()))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  /// What `issue` says to the user.
  public String describe(Issue issue, Locale locale) {
    return text(issue.code(), issue.parameters(), locale);
  }

  /// What `problem` says to the user, without its issues.
  public String describe(ProblemException problem, Locale locale) {
    return text(problem.code(), problem.parameters(), locale);
  }

  /// The text of `code` with its placeholders `{name}` filled in.
  public String text(ErrorCode code, Map<String, ?> parameters, Locale locale) {
    String pattern = find(code, locale);
    return pattern == null
        ? code.name() + (parameters.isEmpty() ? "" : " " + parameters)
        : MessagePattern.fill(pattern, parameters, locale);
  }

  /// A short heading for the kind of problem, the same for all codes of a category.
  public String title(ErrorCode code, Locale locale) {
    return text("platform", "category." + code.category().name(), Map.of(), locale);
  }

  /// A text that belongs to no code, for example the label of a button:
  /// `messages/<bundle>_<language>.properties`.
  public String text(String bundle, String key, Map<String, ?> parameters, Locale locale) {
    String pattern = bundle(bundle, locale, Messages.class.getClassLoader()).find(key);
    return pattern == null ? key : MessagePattern.fill(pattern, parameters, locale);
  }

  /// The pattern of `code` in exactly the language of `locale`, or null: for tests of completeness.
  public @Nullable String find(ErrorCode code, Locale locale) {
    Class<?> type =
        code instanceof Enum<?> constant ? constant.getDeclaringClass() : code.getClass();
    for (String name : bundleNames(type)) {
      String found = bundle(name, locale, type.getClassLoader()).find(code.name());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Bundle bundle(String name, Locale locale, ClassLoader loader) {
    String path = "messages/" + name + "_" + language(locale).getLanguage() + ".properties";
    return bundles.computeIfAbsent(path, missing -> Bundle.load(missing, loader));
  }

  /// The packages between `dev.huozi` and the enum, innermost first.
  private static List<String> bundleNames(Class<?> type) {
    String inside = type.getPackageName();
    if (inside.startsWith(ROOT_PACKAGE)) {
      inside = inside.substring(ROOT_PACKAGE.length());
    }
    return new ArrayList<>(List.of(inside.split("\\."))).reversed();
  }
}
