package dev.huozi.platform.problem;

/// What can go wrong in the platform itself: login, tenants, the database, the shape of a request.
public enum PlatformError implements ErrorCode {
  /// Anything unexpected; the text shows an incident id only.
  INTERNAL(Category.INTERNAL),
  /// There is no such thing, or none the caller may know of.
  NOT_FOUND(Category.NOT_FOUND),
  /// The caller is known but may not do this.
  FORBIDDEN(Category.FORBIDDEN),
  /// Several findings at once; see the issues.
  INVALID(Category.USER),
  /// A body that is not well-formed JSON of the expected shape.
  MALFORMED(Category.USER, 400),
  /// The server has more to do than it can: come back.
  BUSY(Category.LIMIT, 503),
  /// The database cannot be reached.
  DATABASE_UNAVAILABLE(Category.LIMIT, 503),
  /// A statement took longer than its class allows.
  DATABASE_TIMEOUT(Category.LIMIT, 503),
  /// The database has no room left.
  STORAGE_FULL(Category.LIMIT, 507),
  /// Somebody else is changing the same data at this moment.
  CONTENDED(Category.CONFLICT),
  /// DDL did not get its lock in time.
  SCHEMA_BUSY(Category.CONFLICT),
  /// A value that must be unique exists already, a reference points nowhere, a check fails: when
  /// nobody worded it better.
  CONSTRAINT_VIOLATED(Category.CONFLICT),

  /// `HUOZI_DB_URL` does not read as one.
  DATABASE_URL_INVALID(Category.USER),
  DATABASE_TOO_OLD(Category.INTERNAL),
  /// A setting that would lose acknowledged data.
  DATABASE_UNSAFE(Category.INTERNAL),
  DATABASE_NOT_UTF8(Category.INTERNAL),
  DATABASE_COLLATION_MISSING(Category.INTERNAL),
  DATABASE_SUPERUSER(Category.INTERNAL),
  DATABASE_RIGHTS_MISSING(Category.INTERNAL),
  EMBEDDED_DATABASE_FAILED(Category.INTERNAL),
  EMBEDDED_DATABASE_IN_USE(Category.INTERNAL),
  EMBEDDED_DATABASE_VERSION(Category.INTERNAL),

  /// Nobody is logged in, or no longer.
  NOT_LOGGED_IN(Category.FORBIDDEN, 401),
  /// Wrong tenant, user or password: the same answer for each.
  LOGIN_FAILED(Category.FORBIDDEN, 401),
  /// Too many wrong passwords.
  LOGIN_LOCKED(Category.LIMIT, 429),
  /// The CSRF token or the origin does not fit.
  CSRF_REFUSED(Category.FORBIDDEN),
  PASSWORD_TOO_SHORT(Category.USER),
  PASSWORD_TOO_LONG(Category.USER),
  USER_NAME_INVALID(Category.USER),
  USER_NAME_TAKEN(Category.CONFLICT),
  /// Somebody must be able to administer the tenant.
  LAST_ADMIN(Category.CONFLICT),

  TENANT_CODE_INVALID(Category.USER),
  TENANT_CODE_TAKEN(Category.CONFLICT),
  TENANT_NAME_INVALID(Category.USER),
  TENANT_CURRENCY_INVALID(Category.USER),
  /// A deletion must repeat the code of what it deletes.
  TENANT_NOT_CONFIRMED(Category.USER),
  /// Something long is under way with the tenant of that code.
  TENANT_JOB_RUNNING(Category.CONFLICT),
  /// The job died with its server.
  TENANT_JOB_INTERRUPTED(Category.INTERNAL),
  /// A tenant has as many sandboxes as it may have.
  SANDBOX_LIMIT(Category.LIMIT, 422),

  /// Not a dump, or not a whole one.
  DUMP_DAMAGED(Category.USER),
  /// Made by a newer program.
  DUMP_NEWER(Category.USER),
  /// Its fixed tables are those of another program.
  DUMP_OTHER_VERSION(Category.USER),
  /// A table or its columns are not those of the tenant's model.
  DUMP_MISFIT(Category.USER),
  /// Rows are missing or changed.
  DUMP_CHECKSUM(Category.USER),
  /// Unpacks to far more than a dump can hold.
  DUMP_BLOATED(Category.USER),
  /// There is no dump file of that name on this server.
  DUMP_UNKNOWN(Category.NOT_FOUND);

  private final Category category;
  private final int status;

  PlatformError(Category category) {
    this(category, category.status());
  }

  PlatformError(Category category, int status) {
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
