package dev.huozi.formula.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.syntax.Parser;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.platform.json.Json;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs cases: one JSON object in, one out.
public final class CaseRunner {
  /// Functions of pages and mails, which this language leaves out.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "GETSESSIONID",
          "HTMLENCODE",
          "JSENCODE",
          "JSINHTMLENCODE",
          "URLENCODE",
          "URLFOR",
          "INCLUDE",
          "LINKTO",
          "REQUIRESCRIPT",
          "GETRECORDIDS",
          "IMAGEPROXYURL",
          "JUNCTIONIDLIST",
          "PREDICT",
          "PARENTGROUPVAL",
          "PREVGROUPVAL",
          "LIKE",
          "JSONVALUE",
          "JSONPATHVALUE",
          "FORMATCURRENCY",
          "FORMAT",
          "TEMPLATE",
          "MAP",
          "ENDS",
          "LABEL");

  private final BlankMode blankMode;
  private final EvaluationContext context;
  private final @Nullable CaseTwin twin;

  public CaseRunner(BlankMode blankMode, EvaluationContext context) {
    this(blankMode, context, null);
  }

  /// @param twin answers in place of the JVM
  CaseRunner(BlankMode blankMode, EvaluationContext context, @Nullable CaseTwin twin) {
    this.blankMode = blankMode;
    this.context = context;
    this.twin = twin;
  }

  /// The answer to a case, in the format of the command.
  public String run(String line) {
    JsonNode test = Json.read(line);
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.set("id", test.path("id"));
    String formula = test.path("formula").asText();
    if (test.path("kind").asText().equals("parse")) {
      answer.put("parses", !Parser.parse(formula).hasErrors());
    } else {
      answered(test, formula, answer);
    }
    return Json.write(answer);
  }

  /// A row whose values do not fit their types spoils no other case.
  private void answered(JsonNode test, String formula, ObjectNode answer) {
    try {
      evaluate(test, formula, answer);
    } catch (DateTimeException | NumberFormatException wrong) {
      answer.put("error", "row: " + wrong.getMessage());
    }
  }

  private void evaluate(JsonNode test, String formula, ObjectNode answer) {
    String type = test.path("return_type").isTextual() ? test.path("return_type").asText() : null;
    List<CaseField> fields = fields(test.path("fields"));
    CaseScope scope = CaseScope.of(fields);
    FormulaOptions options =
        type == null
            ? FormulaOptions.any(blankMode)
            : FormulaOptions.field(CaseField.typeOf(type)).withBlankMode(blankMode);
    CheckResult checked = Formulas.check(formula, scope, options);
    CheckedFormula valid = checked.formula();
    if (valid == null) {
      invalid(checked.diagnostics(), answer);
      return;
    }
    CaseFormulas formulas = new CaseFormulas(fields, scope, blankMode);
    List<Diagnostic> cycles = formulas.cycles();
    if (!cycles.isEmpty()) {
      invalid(cycles, answer);
      return;
    }
    context.renewBudget();
    CaseRow row = new CaseRow(formulas, test.path("row"), context);
    Object value = row.evaluate(valid);
    if (twin == null) {
      write(type, value, answer);
    } else {
      twin.answer(valid, formulas, row, value, type, answer);
    }
  }

  static void write(@Nullable String type, @Nullable Object value, ObjectNode answer) {
    if (value instanceof FormulaError error) {
      answer.put("error", error.kind().name());
    } else {
      answer.set("value", CaseValues.write(type, value));
    }
  }

  private static List<CaseField> fields(JsonNode fields) {
    List<CaseField> all = new ArrayList<>();
    fields
        .properties()
        .forEach(entry -> {
          JsonNode formula = entry.getValue().path("formula");
          all.add(
              new CaseField(
                  entry.getKey(),
                  entry.getValue().path("type").asText("text"),
                  formula.isTextual() ? formula.asText() : null));
        });
    return all;
  }

  private static void invalid(List<Diagnostic> diagnostics, ObjectNode answer) {
    Diagnostic first = diagnostics.stream().filter(Diagnostic::isError).findFirst().orElseThrow();
    String leftOut = leftOut(first);
    if (leftOut != null) {
      answer.put("unsupported", "function " + leftOut);
    } else {
      answer.put("error", "compile: " + first.code().name() + " at " + first.span().start());
    }
  }

  private static @Nullable String leftOut(Diagnostic diagnostic) {
    if (diagnostic.code() != FormulaProblem.FORMULA_FUNCTION_UNKNOWN) {
      return null;
    }
    String name = String.valueOf(diagnostic.parameters().get("function")).toUpperCase(Locale.ROOT);
    return LEFT_OUT.contains(name) ? name : null;
  }
}
