package dev.huozi.platform.problem;

/// A stable name for one way to fail. Each module has one enum that implements it; its texts in
/// Chinese and English stand in the module's message bundle under the code's name.
public interface ErrorCode {

  /// The stable text code, for example `RECORD_FIELD_REQUIRED`. The enum constant's own name.
  String name();

  Category category();

  /// The HTTP status; the category's unless the protocol knows a better one (412, 428, …).
  default int status() {
    return category().status();
  }
}
