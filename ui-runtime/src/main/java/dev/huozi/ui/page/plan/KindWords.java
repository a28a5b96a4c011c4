package dev.huozi.ui.page.plan;

import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.ui.page.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Kinds of components as pages name, draw and order them. A kind that is not listed here is shown
/// plainly, last.
public final class KindWords {
  private static final Map<String, String> ICONS = new LinkedHashMap<>();

  /// What most depends on comes first.
  static {
    ICONS.put("pack", "package");
    ICONS.put("object", "cube");
    ICONS.put("extension", "puzzle");
    ICONS.put("optionset", "list");
    ICONS.put("function", "code");
    ICONS.put("action", "math-function");
    ICONS.put("layout", "layout-grid");
    ICONS.put("view", "columns");
    ICONS.put("app", "apps");
  }

  private KindWords() {}

  /// The kind's word in the reader's language, else as packs write it.
  public static String label(Words words, String kind) {
    String key = "kind_" + kind;
    String word = words.get(key);
    return word.equals(key) ? kind : word;
  }

  public static String icon(String kind) {
    return ICONS.getOrDefault(kind, "file-text");
  }

  /// Sorts kinds as `rank` says, others by their word.
  public static final Comparator<MetadataKind<?>> ORDER =
      Comparator.<MetadataKind<?>>comparingInt(kind -> rank(kind.id()))
          .thenComparing(MetadataKind::id);

  /// The place of a kind: what most depends on comes first.
  public static int rank(String kind) {
    int known = List.copyOf(ICONS.keySet()).indexOf(kind);
    return known < 0 ? ICONS.size() : known;
  }
}
