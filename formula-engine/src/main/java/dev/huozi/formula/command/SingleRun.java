package dev.huozi.formula.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.diagnostic.CaretPrinter;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Evaluates one formula over fields given on the command line.
final class SingleRun {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DATETIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

  private final BlankMode blankMode;
  private final Locale locale;
  private final EvaluationContext context;
  private final List<CaseField> fields = new ArrayList<>();
  private final ObjectNode row = Json.mapper().createObjectNode();

  SingleRun(BlankMode blankMode, Locale locale, EvaluationContext context) {
    this.blankMode = blankMode;
    this.locale = locale;
    this.context = context;
  }

  /// `name=value` or `name:type=value`; no value is a blank.
  void addField(String definition) {
    int equals = definition.indexOf('=');
    if (equals <= 0) {
      throw new UsageException(
          "A field is written name=value or name:type=value, not (%s).".formatted(definition));
    }
    String value = definition.substring(equals + 1);
    String[] name = definition.substring(0, equals).split(":", 2);
    fields.add(new CaseField(name[0], name.length > 1 ? name[1] : guess(value), null));
    put(name[0], value);
  }

  private void put(String path, String value) {
    ObjectNode node = row;
    String[] steps = path.split("\\.");
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = node.path(steps[i]);
      node = next instanceof ObjectNode object ? object : node.putObject(steps[i]);
    }
    if (value.isEmpty()) {
      node.putNull(steps[steps.length - 1]);
    } else {
      node.put(steps[steps.length - 1], value);
    }
  }

  private static String guess(String value) {
    if (value.isEmpty() || NUMBER.matcher(value).matches()) {
      return "number";
    }
    if (value.equals("true") || value.equals("false")) {
      return "boolean";
    }
    if (DATE.matcher(value).matches()) {
      return "date";
    }
    if (DATETIME.matcher(value).matches()) {
      return "datetime";
    }
    return TIME.matcher(value).matches() ? "time" : "text";
  }

  int evaluate(String source, PrintStream out, PrintStream err) {
    CaseScope scope = CaseScope.of(fields);
    CheckResult checked = Formulas.check(source, scope, FormulaOptions.any(blankMode));
    CaretPrinter printer = new CaretPrinter(new Messages());
    for (Diagnostic diagnostic : checked.diagnostics()) {
      err.println(printer.print(diagnostic, source, locale));
    }
    CheckedFormula formula = checked.formula();
    if (formula == null) {
      return 1;
    }
    CaseFormulas formulas = new CaseFormulas(fields, scope, blankMode);
    Object value = read(() -> new CaseRow(formulas, row, context).evaluate(formula));
    if (value instanceof FormulaError error) {
      err.println(
          "#Error! " + error.kind() + ": " + new SourceSpan(error.start(), error.end()).of(source));
      return 1;
    }
    out.println(CaseValues.write(null, value).asText(""));
    return 0;
  }

  private static @org.jspecify.annotations.Nullable Object read(
      java.util.function.Supplier<? extends @org.jspecify.annotations.Nullable Object> body) {
    try {
      return body.get();
    } catch (java.time.DateTimeException | NumberFormatException wrong) {
      throw new UsageException("A field's value does not fit its type: " + wrong.getMessage());
    }
  }
}
