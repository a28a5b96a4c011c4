package dev.huozi.ui.login;

/// The names that `@RolesAllowed` takes.
public final class Roles {
  /// Whoever is logged in to a tenant.
  public static final String USER = "user";

  /// Administrators of a tenant. They are users too.
  public static final String ADMIN = "admin";

  /// Whoever holds the operator token of this installation. Belongs to no tenant.
  public static final String OPERATOR = "operator";

  private Roles() {}
}
