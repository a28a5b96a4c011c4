package dev.huozi.formula.check;

import dev.huozi.platform.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/// Ends of messages that stand there only sometimes.
final class Hints {
  private static final LocalizedText NONE = LocalizedText.of("", "");

  private Hints() {}

  static LocalizedText didYouMean(@Nullable String name) {
    return name == null
        ? NONE
        : LocalizedText.of("是否想写(" + name + ")?", " Did you mean (" + name + ")?");
  }
}
