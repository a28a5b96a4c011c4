package dev.huozi.metadata.action;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// What can be wrong with actions. Texts stand in `messages/action_<language>.properties`.
public enum ActionError implements ErrorCode {
  ACTION_STEPS,
  ACTION_PARAMETER,
  ACTION_FIELD_TYPE,
  ACTION_FIELD_READ_ONLY,
  ACTION_FIELD_TWICE,
  ACTION_NOT_FOUND(Category.NOT_FOUND);

  private final Category category;

  ActionError() {
    this(Category.USER);
  }

  ActionError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
