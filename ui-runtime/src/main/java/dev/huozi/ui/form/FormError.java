package dev.huozi.ui.form;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// What can be wrong with a text before it is a value.
public enum FormError implements ErrorCode {
  FORM_NUMBER_INVALID,
  FORM_DATE_INVALID,
  FORM_DATETIME_INVALID,
  FORM_REFERENCE_INVALID;

  @Override
  public Category category() {
    return Category.USER;
  }
}
