package dev.huozi.ui.page;

import dev.huozi.ui.icon.Icons;
import io.quarkiverse.web.bundler.runtime.Bundle;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Objects;

/// Addresses of script, style sheet and icons. Each changes with its content.
public record Assets(String script, String style, String icons) {
  static final String BUNDLE = "app";

  /// Where the addresses of this program come from.
  @Singleton
  static final class Source {
    @Produces
    @Singleton
    Icons icons() {
      return Icons.load();
    }

    @Produces
    @Singleton
    @Named("assets")
    Assets assets(Bundle bundle, Icons icons) {
      return new Assets(
          Objects.requireNonNull(bundle.script(BUNDLE)),
          Objects.requireNonNull(bundle.style(BUNDLE)),
          icons.address());
    }
  }
}
