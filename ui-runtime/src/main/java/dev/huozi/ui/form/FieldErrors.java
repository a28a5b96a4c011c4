package dev.huozi.ui.form;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form: by field, and as a whole.
final class FieldErrors {
  private final Map<String, List<String>> byField = new LinkedHashMap<>();
  private final List<String> general = new ArrayList<>();

  /// The issues of a problem, each beside its field where the form has it.
  static FieldErrors of(ProblemException problem, ObjectModel object, Words words) {
    FieldErrors errors = new FieldErrors();
    for (Issue issue : problem.issues()) {
      errors.add(object, issue.subject(), words.describe(issue));
    }
    if (errors.isEmpty()) {
      errors.general.add(words.describe(problem));
    }
    return errors;
  }

  void add(ObjectModel object, @Nullable String subject, String text) {
    if (subject == null || object.field(subject) == null) {
      general.add(text);
    } else {
      byField.computeIfAbsent(subject.toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(text);
    }
  }

  boolean isEmpty() {
    return byField.isEmpty() && general.isEmpty();
  }

  List<String> of(String field) {
    return byField.getOrDefault(field.toLowerCase(Locale.ROOT), List.of());
  }

  List<String> general() {
    return general;
  }

  /// Names of the fields with errors, in lower case.
  Iterable<String> fields() {
    return byField.keySet();
  }
}
