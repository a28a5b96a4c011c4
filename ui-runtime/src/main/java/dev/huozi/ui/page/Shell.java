package dev.huozi.ui.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What every page shows around its content.
///
/// @param title of the window, without the product's name
/// @param theme `light`, `dark` or `auto`: as the device is
/// @param csrf goes into every form and, by header, into every request of a script
/// @param nonce of the script elements of this answer
/// @param here address of this page: where changing language or theme comes back to
public record Shell(
    String title,
    Locale locale,
    String theme,
    String csrf,
    String nonce,
    String here,
    Viewer viewer,
    Navigation navigation,
    List<Toast> toasts) {
  public Shell {
    toasts = List.copyOf(toasts);
  }

  /// Who looks at the page.
  ///
  /// @param origin code of the tenant that this one is a sandbox of, or null
  public record Viewer(String name, String tenant, boolean admin, @Nullable String origin) {
    /// One character for the round picture.
    public String initial() {
      return name.isBlank()
          ? "?"
          : name.strip()
              .substring(0, name.strip().offsetByCodePoints(0, 1))
              .toUpperCase(Locale.ROOT);
    }
  }

  /// A short message that goes away by itself.
  ///
  /// @param kind `ok` or `bad`
  public record Toast(String kind, String text, @Nullable String href) {}

  public boolean chinese() {
    return locale.getLanguage().equals("zh");
  }

  /// The language for the `lang` attribute.
  public String lang() {
    return chinese() ? "zh-Hans" : "en";
  }
}
