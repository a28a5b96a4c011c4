package dev.huozi.ui.designer;

import dev.huozi.metadata.model.ApiName;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/// Proposes an API name from labels: the English one in lower case with `_`, else the Chinese one
/// as it is.
public final class NameProposal {
  private static final int LONGEST = 60;

  private NameProposal() {}

  /// A name that none of `taken` has.
  public static String of(String labelZh, String labelEn, Collection<String> taken) {
    String base = clean(labelEn.toLowerCase(Locale.ROOT));
    if (base.isEmpty()) {
      base = clean(labelZh);
    }
    String name = base;
    for (int i = 2; isTaken(name, taken); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  private static boolean isTaken(String name, Collection<String> taken) {
    return taken.stream().anyMatch(other -> ApiName.same(other, name));
  }

  private static String clean(String label) {
    String name =
        Normalizer.normalize(label.strip(), Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
            .replaceAll("^[_\\p{Nd}]+|_+$", "");
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }
}
