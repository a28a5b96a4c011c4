package dev.huozi.platform.tenant;

import java.util.UUID;

/// Who acts.
///
/// @param accountId the login account in the control plane
/// @param userId the record of the tenant's object `user`
/// @param name display name
/// @param role what the principal may do until permission sets arrive
public record Principal(UUID accountId, UUID userId, String name, Role role) {

  /// The two roles of the first slice.
  public enum Role {
    /// Designs, publishes, manages users; also works with records.
    ADMIN,
    /// Works with records.
    USER
  }
}
