package dev.huozi.record.load;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// What can go wrong with files that are loaded. Texts: `messages/load_zh.properties`,
/// `messages/load_en.properties`.
public enum LoadError implements ErrorCode {
  // The file as a whole.
  LOAD_FILE_TOO_LARGE(Category.LIMIT, 413),
  LOAD_FILE_EMPTY(Category.USER, 422),
  LOAD_FILE_NAME(Category.USER, 400),
  LOAD_FORMAT_UNKNOWN(Category.USER, 422),
  LOAD_ENCODING_UNKNOWN(Category.USER, 422),
  LOAD_COLUMNS_TOO_MANY(Category.LIMIT, 422),
  LOAD_COLUMN_REPEATED(Category.USER, 422),
  LOAD_HEADER_MISSING(Category.USER, 422),
  LOAD_TOO_BROKEN(Category.USER, 422),
  LOAD_WORKBOOK_TOO_LARGE(Category.LIMIT, 422),
  LOAD_WORKBOOK_BROKEN(Category.USER, 422),
  LOAD_SHEET_UNKNOWN(Category.USER, 422),
  LOAD_FILE_INCOMPLETE(Category.CONFLICT, 409),

  // One line of it.
  LOAD_QUOTE_BROKEN(Category.USER, 422),
  LOAD_LINE_TOO_LONG(Category.LIMIT, 422),
  LOAD_NO_OBJECT(Category.USER, 422),
  LOAD_CELLS_TOO_MANY(Category.USER, 422),
  LOAD_BYTES_BROKEN(Category.USER, 422),
  LOAD_NUMBER(Category.USER, 422),
  LOAD_BOOLEAN(Category.USER, 422),
  LOAD_DATE(Category.USER, 422),
  LOAD_DATETIME(Category.USER, 422),
  LOAD_ROW_FAILED(Category.USER, 422),

  // The profile.
  LOAD_PROFILE_EMPTY(Category.USER, 422),
  LOAD_PROFILE_INVALID(Category.USER, 422),
  LOAD_COLUMN_UNKNOWN(Category.USER, 422),
  LOAD_FIELD_TWICE(Category.USER, 422),
  LOAD_FIELD_READ_ONLY(Category.USER, 422),
  LOAD_KEY_UNMAPPED(Category.USER, 422),
  LOAD_REFERENCE_KEY(Category.USER, 422),
  LOAD_FORMAT_INVALID(Category.USER, 422),

  // The import.
  LOAD_NOT_FOUND(Category.NOT_FOUND, 404),
  LOAD_STATE(Category.CONFLICT, 409),
  LOAD_ACCOUNT_GONE(Category.FORBIDDEN, 403);

  private final Category category;
  private final int status;

  LoadError(Category category, int status) {
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
