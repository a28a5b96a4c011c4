package dev.huozi.platform.identity;

/// What a person types to come in. `toString` hides the password.
///
/// @param tenant the tenant's code
public record Login(String tenant, String userName, String password) {
  @Override
  public String toString() {
    return "Login[" + tenant + ", " + userName + "]";
  }
}
