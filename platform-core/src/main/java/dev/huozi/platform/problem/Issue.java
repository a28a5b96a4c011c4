package dev.huozi.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One finding of a check.
///
/// @param code stable code; its text is looked up in the bundles
/// @param subject what it is about, in the user's terms: a field's API name (`amount`), or a
///   component (`object store field amount`); null when it is about the whole request
/// @param location where in a file, for packs
/// @param parameters values for the placeholders of the text, by name
public record Issue(
    ErrorCode code,
    Severity severity,
    @Nullable String subject,
    @Nullable SourceLocation location,
    Map<String, Object> parameters) {

  public Issue {
    parameters = Map.copyOf(parameters);
  }

  /// An error about `subject`. `namesAndValues` alternates parameter names and values; values must
  /// not be null.
  public static Issue error(ErrorCode code, @Nullable String subject, Object... namesAndValues) {
    return new Issue(code, Severity.ERROR, subject, null, parameters(namesAndValues));
  }

  /// A warning about `subject`.
  public static Issue warning(ErrorCode code, @Nullable String subject, Object... namesAndValues) {
    return new Issue(code, Severity.WARNING, subject, null, parameters(namesAndValues));
  }

  /// The same issue at a place in a file.
  public Issue at(@Nullable SourceLocation place) {
    return new Issue(code, severity, subject, place, parameters);
  }

  static Map<String, Object> parameters(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "Parameters must be pairs of name and value, got (%d) items."
              .formatted(namesAndValues.length));
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
