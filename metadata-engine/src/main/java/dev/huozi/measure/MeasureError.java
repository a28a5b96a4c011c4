package dev.huozi.measure;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// What can be wrong with definitions of quantities and questions about them.
public enum MeasureError implements ErrorCode {
  CALENDAR_HOLIDAYS(Category.USER),
  CALENDAR_WEEK(Category.USER),
  CALENDAR_DAYS(Category.USER),
  CALENDAR_DATE(Category.USER),
  CALENDAR_DATE_TWICE(Category.USER),
  CALENDAR_VALUE(Category.USER),
  /// There is no calendar of that name.
  CALENDAR_NOT_FOUND(Category.NOT_FOUND),
  /// `from` or `to` is missing, no date, or too far apart.
  CALENDAR_RANGE(Category.USER);

  private final Category category;

  MeasureError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
