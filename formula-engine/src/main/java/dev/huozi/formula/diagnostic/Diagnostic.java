package dev.huozi.formula.diagnostic;

import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One finding about a formula.
///
/// @param parameters values for the placeholders of the message, by name
/// @param fix a repair, when there is one that is likely meant
public record Diagnostic(
    FormulaProblem code, SourceSpan span, Map<String, Object> parameters, @Nullable Fix fix) {
  public Diagnostic {
    parameters = Map.copyOf(parameters);
  }

  /// `namesAndValues` alternates parameter names and values.
  public static Diagnostic of(FormulaProblem code, SourceSpan span, Object... namesAndValues) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Diagnostic(code, span, parameters, null);
  }

  public Diagnostic withFix(@Nullable Fix repair) {
    return new Diagnostic(code, span, parameters, repair);
  }

  public Severity severity() {
    return code.severity();
  }

  public boolean isError() {
    return code.severity() == Severity.ERROR;
  }

  /// The message in the language of `locale`.
  public String message(Messages messages, Locale locale) {
    return messages.text(code, parameters, locale);
  }

  /// The same finding for the checks of metadata.
  public Issue toIssue(@Nullable String subject) {
    return new Issue(code, severity(), subject, null, parameters);
  }
}
