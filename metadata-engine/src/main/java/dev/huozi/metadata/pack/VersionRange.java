package dev.huozi.metadata.pack;

import org.jspecify.annotations.Nullable;

/// Which versions of a pack will do: `1.2.0` exactly, `^1.2.0` from there within the major (within
/// the minor below 1.0.0), `>=1.2.0` from there on.
public record VersionRange(Bound bound, SemanticVersion version) {
  /// How the version limits.
  public enum Bound {
    EXACT,
    COMPATIBLE,
    AT_LEAST
  }

  /// Null when the text is no range.
  public static @Nullable VersionRange parse(String text) {
    Bound bound =
        text.startsWith("^")
            ? Bound.COMPATIBLE
            : text.startsWith(">=") ? Bound.AT_LEAST : Bound.EXACT;
    int skip =
        switch (bound) {
          case EXACT -> 0;
          case COMPATIBLE -> 1;
          case AT_LEAST -> 2;
        };
    SemanticVersion version = SemanticVersion.parse(text.substring(skip).strip());
    return version == null ? null : new VersionRange(bound, version);
  }

  public boolean accepts(SemanticVersion candidate) {
    return switch (bound) {
      case EXACT -> candidate.equals(version);
      case AT_LEAST -> candidate.compareTo(version) >= 0;
      case COMPATIBLE ->
          candidate.compareTo(version) >= 0
              && candidate.major() == version.major()
              && (version.major() > 0 || candidate.minor() == version.minor());
    };
  }
}
