package dev.huozi.formula.diagnostic;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.FormulaSet;
import dev.huozi.formula.check.Shop;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.formula.syntax.Parser;
import dev.huozi.formula.type.FormulaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// For each code a formula that gives it.
final class DiagnosticSamples {
  private static final FormulaOptions ANYTHING = FormulaOptions.any(BlankMode.ZERO);

  private DiagnosticSamples() {}

  /// @param shown the source, or what it is like when it is too long to be read
  record Sample(FormulaProblem code, String source, String shown, Diagnostic diagnostic) {}

  static Sample of(FormulaProblem code) {
    return switch (code) {
      case FORMULA_EMPTY -> check(code, " /* nothing */ ");
      case FORMULA_TOO_LONG ->
          check(code, "x".repeat(Parser.MAXIMUM_LENGTH + 1), "100,001 characters");
      case FORMULA_TOO_MANY_PARTS ->
          check(code, "MAX(1" + ", 1".repeat(6_000) + ")", "MAX(1, 1, 1, … (12,004 parts)");
      case FORMULA_TOO_DEEP -> check(code, "(".repeat(10_000), "((( … (10,000 parentheses)");
      case FORMULA_CHARACTER_UNEXPECTED -> check(code, "金额 # 2");
      case FORMULA_TEXT_UNCLOSED -> check(code, "name & \"店");
      case FORMULA_TEXT_LINE_BREAK -> check(code, "\"第一行\n第二行\"");
      case FORMULA_ESCAPE_UNKNOWN -> check(code, "REGEX(code, \"\\d+\")");
      case FORMULA_SURROGATE_ALONE -> check(code, "\"\uD83D\"", "\"�\" (half an emoji)");
      case FORMULA_COMMENT_UNCLOSED -> check(code, "amount * 2 /* 两倍");
      case FORMULA_BRACKET_UNCLOSED -> check(code, "LEN([客户 编码)");
      case FORMULA_NUMBER_MALFORMED -> check(code, "amount * 1e3");
      case FORMULA_NUMBER_TOO_LONG -> check(code, "9".repeat(201), "999 … (201 digits)");
      case FORMULA_EXPRESSION_EXPECTED -> check(code, "amount + * 2");
      case FORMULA_OPERATOR_EXPECTED -> check(code, "amount 2");
      case FORMULA_PARENTHESIS_UNCLOSED -> check(code, "ROUND((amount + 1, 2)");
      case FORMULA_LIST_EXPECTED -> check(code, "status in \"open\"");
      case FORMULA_NAME_UNKNOWN -> check(code, "quantitiy * 2");
      case FORMULA_FUNCTION_UNKNOWN -> check(code, "RUOND(amount, 2)");
      case FORMULA_FUNCTION_REFUSED -> check(code, "VLOOKUP(code, code, \"A\")");
      case FORMULA_FUNCTION_WITHOUT_PARENTHESES -> check(code, "opened_on > TODAY");
      case FORMULA_PATH_NOT_REFERENCE -> check(code, "related.name");
      case FORMULA_PATH_TOO_LONG -> check(code, "account.parent.parent.parent.parent.parent.name");
      case FORMULA_ARGUMENT_COUNT -> check(code, "ROUND(amount)");
      case FORMULA_ARGUMENT_TYPE -> check(code, "LEFT(quantity, 2)");
      case FORMULA_OPERAND_TYPE -> check(code, "quantity * name");
      case FORMULA_OPERANDS_DIFFER -> check(code, "opened_on < visited_at");
      case FORMULA_TEXT_NEEDED -> check(code, "名称 & 数量");
      case FORMULA_CONDITION_NEEDED -> check(code, "IF(数量, \"有\", \"无\")");
      case FORMULA_BRANCHES_DIFFER -> check(code, "IF(active, 1, \"无\")");
      case FORMULA_ELSE_MISSING -> check(code, "CASE(status, \"open\", 1, \"paused\", 2)");
      case FORMULA_PICKLIST_COMPARED -> check(code, "status = name");
      case FORMULA_CODE_UNKNOWN -> check(code, "status = \"opne\"");
      case FORMULA_LITERAL_NEEDED -> check(code, "ISPICKVAL(status, name)");
      case FORMULA_LITERAL_NOT_ALLOWED -> check(code, "DATEDIF(opened_on, TODAY(), \"weeks\")");
      case FORMULA_FIELD_NEEDED -> check(code, "ISCHANGED(account.credit)", FormulaOptions.rules());
      case FORMULA_RULES_ONLY -> check(code, "IF(ISNEW(), 1, 2)");
      case FORMULA_RESULT_TYPE -> check(code, "amount * 2", FormulaOptions.filter());
      case FORMULA_CYCLE -> cycle();
      case FORMULA_NOT_SQL -> notSql();
      case FORMULA_COMPARED_WITH_NULL -> check(code, "amount = null");
      case FORMULA_ISNULL_OF_TEXT -> check(code, "ISNULL(name)");
    };
  }

  private static Sample check(FormulaProblem code, String source) {
    return check(code, source, source);
  }

  private static Sample check(FormulaProblem code, String source, String shown) {
    return sample(code, source, shown, Formulas.check(source, Shop.store(), ANYTHING));
  }

  private static Sample check(FormulaProblem code, String source, FormulaOptions options) {
    return sample(code, source, source, Formulas.check(source, Shop.store(), options));
  }

  private static Sample sample(
      FormulaProblem code, String source, String shown, CheckResult checked) {
    Diagnostic found =
        checked.diagnostics().stream()
            .filter(each -> each.code() == code)
            .findFirst()
            .orElseThrow(() ->
                new AssertionError(
                    "(%s) gives %s, not %s".formatted(shown, checked.diagnostics(), code)));
    return new Sample(code, source, shown, found);
  }

  private static Sample cycle() {
    Shop shop = new Shop("quote");
    shop.with("total", "合计", FormulaType.NUMBER).with("tax", "税额", FormulaType.NUMBER);
    Map<String, CheckedFormula> formulas = new LinkedHashMap<>();
    formulas.put("total", Formulas.check("1000 + tax", shop, ANYTHING).orThrow());
    formulas.put("tax", Formulas.check("total * 0.13", shop, ANYTHING).orThrow());
    Diagnostic found =
        new FormulaSet<>(formulas, path -> path.last().name()).cycles().getFirst().diagnostic();
    return new Sample(
        FormulaProblem.FORMULA_CYCLE,
        "1000 + tax",
        "total: 1000 + tax, where tax: total * 0.13",
        found);
  }

  private static Sample notSql() {
    String source = "REGEX(code, \"[A-Z]+\")";
    List<Diagnostic> found =
        SqlTranslator.check(
            Formulas.check(source, Shop.store(), FormulaOptions.filter()).orThrow());
    return new Sample(FormulaProblem.FORMULA_NOT_SQL, source, source, found.getFirst());
  }
}
