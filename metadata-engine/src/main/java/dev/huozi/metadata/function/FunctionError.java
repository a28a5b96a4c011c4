package dev.huozi.metadata.function;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// What can be wrong with functions. Texts stand in `messages/function_<language>.properties`.
public enum FunctionError implements ErrorCode {
  FUNCTION_TYPE,
  FUNCTION_OUTPUTS,
  FUNCTION_LIMIT,
  FUNCTION_TESTS,
  FUNCTION_VALUE,
  FUNCTION_PARAMETER,
  /// One of its own tests does not give what it says.
  FUNCTION_TEST_FAILED,
  FUNCTION_NOT_FOUND(Category.NOT_FOUND);

  private final Category category;

  FunctionError() {
    this(Category.USER);
  }

  FunctionError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
