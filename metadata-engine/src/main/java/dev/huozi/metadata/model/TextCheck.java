package dev.huozi.metadata.model;

import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.value.LocalizedText;

/// The rules of free texts in definitions.
public final class TextCheck {
  public static final int LABEL_LENGTH = 200;
  public static final int DESCRIPTION_LENGTH = 4_000;

  private TextCheck() {}

  /// A label or title: one line, at most 200 characters in each language.
  public static void label(LocalizedText text, String path, Issues issues) {
    text.texts()
        .forEach((language, label) -> {
          int length = label.codePointCount(0, label.length());
          if (length > LABEL_LENGTH) {
            issues.error(
                MetadataError.LABEL_TOO_LONG,
                path + "." + language,
                "length",
                length,
                "maximum",
                LABEL_LENGTH);
          } else if (label.isBlank() || label.codePoints().anyMatch(Character::isISOControl)) {
            issues.error(MetadataError.LABEL_INVALID, path + "." + language);
          }
        });
  }

  /// A longer text, at most 4,000 characters in each language.
  public static void description(LocalizedText text, String path, Issues issues) {
    text.texts()
        .forEach((language, description) -> {
          int length = description.codePointCount(0, description.length());
          if (length > DESCRIPTION_LENGTH) {
            issues.error(
                MetadataError.TEXT_TOO_LONG,
                path + "." + language,
                "length",
                length,
                "maximum",
                DESCRIPTION_LENGTH);
          }
        });
  }
}
