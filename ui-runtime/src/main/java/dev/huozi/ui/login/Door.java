package dev.huozi.ui.login;

/// How a request showed who sends it.
enum Door {
  /// A browser sends the cookie by itself: unsafe requests must prove that they come from our own
  /// pages.
  COOKIE,
  /// A program added the token on purpose.
  BEARER
}
