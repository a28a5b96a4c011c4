package dev.huozi.ui.error;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// What can go wrong at the doors: the shape of a request, before any service sees it.
public enum UiError implements ErrorCode {
  /// The path could be read in more than one way.
  PATH_REFUSED(Category.USER, 400),
  ROUTE_NOT_FOUND(Category.NOT_FOUND, 404),
  METHOD_NOT_ALLOWED(Category.USER, 405),
  NOT_ACCEPTABLE(Category.USER, 406),
  MEDIA_TYPE_UNSUPPORTED(Category.USER, 415),
  BODY_MISSING(Category.USER, 400),
  PROPERTY_UNKNOWN(Category.USER, 400),
  PROPERTY_MISSING(Category.USER, 400),
  PROPERTY_INVALID(Category.USER, 422),
  BODY_TOO_LARGE(Category.LIMIT, 413),
  LENGTH_REQUIRED(Category.USER, 411),
  /// Any other answer of the protocol's own, such as a header that cannot be read.
  REQUEST_REFUSED(Category.USER, 400),

  PARAMETER_UNKNOWN(Category.USER, 400),
  PARAMETER_TWICE(Category.USER, 400),
  PARAMETER_INVALID(Category.USER, 400),

  /// A change without the version that the caller saw.
  IF_MATCH_MISSING(Category.USER, 428),
  IF_MATCH_INVALID(Category.USER, 400),
  IDEMPOTENCY_KEY_INVALID(Category.USER, 400),
  BULK_TOO_MANY(Category.LIMIT, 422),

  /// A password over a line that others can read.
  LOGIN_NEEDS_HTTPS(Category.FORBIDDEN, 403),
  /// The first tenant is made by whoever operates the server.
  OPERATOR_TOKEN_WRONG(Category.FORBIDDEN, 403),

  /// Neither `put` nor `remove`, or both.
  CHANGE_SHAPE(Category.USER, 422),
  KIND_NOT_FOUND(Category.NOT_FOUND, 404),
  COMPONENT_NOT_FOUND(Category.NOT_FOUND, 404),
  VIEW_NOT_FOUND(Category.NOT_FOUND, 404),

  /// A form that should bring a file came without one.
  ZIP_MISSING(Category.USER, 422),
  ZIP_UNREADABLE(Category.USER, 422),
  ZIP_TOO_LARGE(Category.LIMIT, 422),
  ZIP_ENTRIES(Category.LIMIT, 422),
  ZIP_FILE_TOO_LARGE(Category.LIMIT, 422),
  /// It would become far larger than it is.
  ZIP_BOMB(Category.LIMIT, 422),
  ZIP_PATH(Category.USER, 422),
  ZIP_DUPLICATE(Category.USER, 422),
  ZIP_NOT_UTF8(Category.USER, 422),

  /// A dump that is sent is larger than any server takes.
  DUMP_TOO_LARGE(Category.LIMIT, 422),
  /// The server's disk would be full.
  DUMP_NO_ROOM(Category.LIMIT, 507);

  private final Category category;
  private final int status;

  UiError(Category category, int status) {
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
