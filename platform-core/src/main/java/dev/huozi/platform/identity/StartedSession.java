package dev.huozi.platform.identity;

/// A session that has just begun. The only moment at which its token is known. `toString` hides it.
public record StartedSession(String token, SessionState state) {
  @Override
  public String toString() {
    return "StartedSession[" + state + "]";
  }
}
