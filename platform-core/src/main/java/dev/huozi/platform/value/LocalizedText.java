package dev.huozi.platform.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text in several languages, by language tag (`zh`, `en`). A missing language falls back to the
/// other ones in the order zh, en, first; the caller adds the API name as the last resort.
public record LocalizedText(Map<String, String> texts) {
  public static final LocalizedText EMPTY = new LocalizedText(Map.of());

  @JsonCreator
  public LocalizedText {
    texts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  public static LocalizedText of(String zh, String en) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("zh", zh);
    map.put("en", en);
    return new LocalizedText(map);
  }

  @JsonValue
  public Map<String, String> asMap() {
    return texts;
  }

  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /// The text in the language of `locale`, else the fallback, else null.
  public @Nullable String find(Locale locale) {
    String exact = texts.get(locale.getLanguage());
    if (exact != null) {
      return exact;
    }
    String chinese = texts.get("zh");
    if (chinese != null) {
      return chinese;
    }
    String english = texts.get("en");
    return english != null ? english : texts.values().stream().findFirst().orElse(null);
  }

  /// The text in the language of `locale`, or `otherwise` (usually the API name).
  public String get(Locale locale, String otherwise) {
    String found = find(locale);
    return found == null || found.isBlank() ? otherwise : found;
  }
}
