package dev.huozi.record;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// What can go wrong with records. Texts: `messages/record_zh.properties`,
/// `messages/record_en.properties`.
public enum RecordError implements ErrorCode {
  // Reading: the question is wrong.
  RECORD_QUERY_INVALID(Category.USER, 400),
  RECORD_OBJECT_UNKNOWN(Category.NOT_FOUND, 404),
  RECORD_FIELD_UNKNOWN(Category.USER, 400),
  RECORD_PATH_NOT_A_REFERENCE(Category.USER, 400),
  RECORD_PATH_TOO_LONG(Category.LIMIT, 422),
  RECORD_SORT_UNSUPPORTED(Category.USER, 400),
  RECORD_SORT_VOLATILE(Category.USER, 400),
  RECORD_FORMULA_NOT_SQL(Category.USER, 400),
  RECORD_SUMMARY_UNSUPPORTED(Category.USER, 400),
  RECORD_FILTER_TOO_LONG(Category.LIMIT, 422),
  RECORD_FILTER_TOO_LARGE(Category.LIMIT, 422),
  RECORD_FILTER_TOO_DEEP(Category.LIMIT, 422),
  RECORD_FILTER_TOO_MANY_VALUES(Category.LIMIT, 422),
  RECORD_TOO_MANY_FIELDS(Category.LIMIT, 422),
  RECORD_TOO_MANY_SORTS(Category.LIMIT, 422),
  RECORD_TOO_MANY_JOINS(Category.LIMIT, 422),
  RECORD_LIMIT_OUT_OF_RANGE(Category.LIMIT, 422),
  RECORD_SEARCH_TOO_LONG(Category.LIMIT, 422),
  RECORD_CURSOR_INVALID(Category.USER, 400),
  RECORD_CURSOR_STALE(Category.USER, 400),

  // Which record.
  RECORD_NOT_FOUND(Category.NOT_FOUND, 404),
  RECORD_STALE(Category.CONFLICT, 412),

  // Writing: the values are wrong. The first two are whole problems, the others their issues.
  RECORD_INVALID(Category.USER, 422),
  RECORD_PROPERTIES_REFUSED(Category.USER, 400),
  RECORD_FIELD_READ_ONLY(Category.USER, 400),
  /// Read-only by a condition over the record.
  RECORD_FIELD_READ_ONLY_NOW(Category.USER, 422),
  /// A rule of level block holds.
  RECORD_RULE_BLOCKED(Category.USER, 422),
  /// A rule of level warn holds; the record was written.
  RECORD_RULE_WARNED(Category.USER, 422),
  RECORD_RULE_FAILED(Category.USER, 422),
  /// The formula of a default or of a rule failed for this record.
  RECORD_VALUE_FORMULA(Category.USER, 422),
  RECORD_FIELD_REQUIRED(Category.USER, 422),
  RECORD_VALUE_TYPE(Category.USER, 422),
  RECORD_NUMBER_SCALE(Category.USER, 422),
  RECORD_NUMBER_PRECISION(Category.USER, 422),
  RECORD_CURRENCY_OTHER(Category.USER, 422),
  RECORD_TEXT_TOO_LONG(Category.USER, 422),
  RECORD_TEXT_CHARACTER(Category.USER, 422),
  RECORD_TEXT_LINE_BREAK(Category.USER, 422),
  RECORD_BOOLEAN_BLANK(Category.USER, 422),
  RECORD_DATE_INVALID(Category.USER, 422),
  RECORD_DATETIME_INVALID(Category.USER, 422),
  RECORD_PICKLIST_UNKNOWN(Category.USER, 422),
  RECORD_PICKLIST_INACTIVE(Category.USER, 422),
  RECORD_PICKLIST_NOT_ALLOWED(Category.USER, 422),
  RECORD_EMAIL_INVALID(Category.USER, 422),
  RECORD_PHONE_INVALID(Category.USER, 422),
  RECORD_REFERENCE_SHAPE(Category.USER, 422),
  RECORD_REFERENCE_OBJECT(Category.USER, 422),
  RECORD_REFERENCE_KEY(Category.USER, 422),
  RECORD_REFERENCE_NOT_FOUND(Category.USER, 422),
  RECORD_REFERENCE_FILTERED(Category.USER, 422),
  SAVED_VIEW_LABEL(Category.USER, 422),
  SAVED_VIEW_TOO_LONG(Category.LIMIT, 422),
  SAVED_VIEW_TOO_MANY(Category.LIMIT, 422),
  SAVED_VIEW_NOT_FOUND(Category.NOT_FOUND, 404),
  RECORD_NOT_UNIQUE(Category.CONFLICT, 409),
  RECORD_NOT_UNIQUE_TOGETHER(Category.CONFLICT, 409),
  RECORD_TOO_MANY(Category.LIMIT, 422),
  RECORD_KEY_UNKNOWN(Category.USER, 400),
  RECORD_KEY_MISSING(Category.USER, 422),
  RECORD_DIFFERS(Category.CONFLICT, 409),
  RECORD_IDEMPOTENCY_KEY_INVALID(Category.USER, 400),
  RECORD_IDEMPOTENCY_KEY_REUSED(Category.USER, 422),

  // Deleting.
  RECORD_DELETE_RESTRICTED(Category.CONFLICT, 409),
  RECORD_DELETE_TOO_LARGE(Category.LIMIT, 422),

  // Somebody else was faster.
  RECORD_CHANGED_MEANWHILE(Category.CONFLICT, 409),
  RECORD_DEFINITION_CHANGED(Category.CONFLICT, 409);

  private final Category category;
  private final int status;

  RecordError(Category category, int status) {
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
