package dev.huozi.formula.diagnostic;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.Severity;

/// Everything that can be wrong with a formula. Texts stand in
/// `messages/formula_<language>.properties`; each code has an example in
/// `docs/reference/formula-diagnostics.md`.
public enum FormulaProblem implements ErrorCode {
  FORMULA_EMPTY,
  FORMULA_TOO_LONG(Category.LIMIT, Severity.ERROR),
  FORMULA_TOO_MANY_PARTS(Category.LIMIT, Severity.ERROR),
  FORMULA_TOO_DEEP(Category.LIMIT, Severity.ERROR),
  FORMULA_CHARACTER_UNEXPECTED,
  FORMULA_TEXT_UNCLOSED,
  FORMULA_TEXT_LINE_BREAK,
  FORMULA_ESCAPE_UNKNOWN,
  FORMULA_SURROGATE_ALONE,
  FORMULA_COMMENT_UNCLOSED,
  FORMULA_BRACKET_UNCLOSED,
  FORMULA_NUMBER_MALFORMED,
  FORMULA_NUMBER_TOO_LONG(Category.LIMIT, Severity.ERROR),
  FORMULA_EXPRESSION_EXPECTED,
  FORMULA_OPERATOR_EXPECTED,
  FORMULA_PARENTHESIS_UNCLOSED,
  FORMULA_LIST_EXPECTED,
  FORMULA_NAME_UNKNOWN,
  FORMULA_FUNCTION_UNKNOWN,
  FORMULA_FUNCTION_REFUSED,
  FORMULA_FUNCTION_WITHOUT_PARENTHESES,
  FORMULA_PATH_NOT_REFERENCE,
  FORMULA_PATH_TOO_LONG,
  FORMULA_ARGUMENT_COUNT,
  FORMULA_ARGUMENT_TYPE,
  FORMULA_OPERAND_TYPE,
  FORMULA_OPERANDS_DIFFER,
  FORMULA_TEXT_NEEDED,
  FORMULA_CONDITION_NEEDED,
  FORMULA_BRANCHES_DIFFER,
  FORMULA_ELSE_MISSING,
  FORMULA_PICKLIST_COMPARED,
  FORMULA_CODE_UNKNOWN,
  FORMULA_LITERAL_NEEDED,
  FORMULA_LITERAL_NOT_ALLOWED,
  FORMULA_FIELD_NEEDED,
  FORMULA_RULES_ONLY,
  FORMULA_RESULT_TYPE,
  FORMULA_CYCLE,
  FORMULA_NOT_SQL,
  FORMULA_COMPARED_WITH_NULL(Category.USER, Severity.WARNING),
  FORMULA_ISNULL_OF_TEXT(Category.USER, Severity.WARNING);

  private final Category category;
  private final Severity severity;

  FormulaProblem() {
    this(Category.USER, Severity.ERROR);
  }

  FormulaProblem(Category category, Severity severity) {
    this.category = category;
    this.severity = severity;
  }

  @Override
  public Category category() {
    return category;
  }

  public Severity severity() {
    return severity;
  }
}
