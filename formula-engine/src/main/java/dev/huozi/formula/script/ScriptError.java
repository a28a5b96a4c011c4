package dev.huozi.formula.script;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// How a script can fail. Texts stand in `messages/script_<language>.properties`.
public enum ScriptError implements ErrorCode {
  /// It is not JavaScript.
  SCRIPT_SYNTAX(Category.USER),
  /// It defines no function `run`.
  SCRIPT_NO_RUN(Category.USER),
  SCRIPT_THREW(Category.USER),
  /// Killed at its deadline.
  SCRIPT_TIME(Category.LIMIT, 422),
  SCRIPT_STATEMENTS(Category.LIMIT, 422),
  SCRIPT_MEMORY(Category.LIMIT, 422),
  SCRIPT_RESULT_TOO_LONG(Category.LIMIT, 422),
  SCRIPT_TOO_MANY_ROWS(Category.LIMIT, 422),
  SCRIPT_TOO_LONG(Category.LIMIT, 422),
  /// `run` returned something else than an object.
  SCRIPT_NO_OBJECT(Category.USER),
  SCRIPT_OUTPUT_UNKNOWN(Category.USER),
  SCRIPT_OUTPUT_TYPE(Category.USER),
  SCRIPT_INPUT_TYPE(Category.USER),
  /// The tenant has as many scripts waiting as it may have, or waited too long.
  SCRIPT_BUSY(Category.LIMIT, 503),
  /// The process ended by itself.
  SCRIPT_CRASHED(Category.LIMIT, 422),
  /// No process could be started.
  SCRIPT_UNAVAILABLE(Category.INTERNAL);

  private final Category category;
  private final int status;

  ScriptError(Category category) {
    this(category, category.status());
  }

  ScriptError(Category category, int status) {
    this.category = category;
    this.status = status;
  }

  @Override
  public Category category() {
    return category;
  }

  @Override
  public int status() {
    return status;
  }
}
