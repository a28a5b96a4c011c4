package dev.huozi.ui.api;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The query parameters of a request, strictly: one that the address does not know, or that comes
/// twice, is refused by name instead of being ignored.
final class QueryParameters {
  private final Map<String, List<String>> values;

  private QueryParameters(Map<String, List<String>> values) {
    this.values = values;
  }

  static QueryParameters of(UriInfo uri, String... known) {
    Map<String, List<String>> values = uri.getQueryParameters();
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      String name = entry.getKey();
      if (!Arrays.asList(known).contains(name)) {
        throw new ProblemException(
            UiError.PARAMETER_UNKNOWN,
            "name",
            name,
            "known",
            List.copyOf(new TreeSet<>(Arrays.asList(known))));
      }
      if (entry.getValue().size() > 1) {
        throw new ProblemException(UiError.PARAMETER_TWICE, "name", name);
      }
    }
    return new QueryParameters(values);
  }

  /// The value, or null when it is absent or blank.
  @Nullable String text(String name) {
    List<String> given = values.get(name);
    return given == null || given.isEmpty() || given.getFirst().isBlank() ? null : given.getFirst();
  }

  /// The parts of a list separated by commas; empty when it is absent.
  List<String> list(String name) {
    String text = text(name);
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  int number(String name, int otherwise, int least, int most) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw invalid(name, text, least + "–" + most);
  }

  boolean flag(String name) {
    String text = text(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw invalid(name, text, "true, false");
  }

  private static ProblemException invalid(String name, String value, String expected) {
    return new ProblemException(
        UiError.PARAMETER_INVALID, "name", name, "value", value, "expected", expected);
  }
}
