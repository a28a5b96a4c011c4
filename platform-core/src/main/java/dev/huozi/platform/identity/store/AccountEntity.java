package dev.huozi.platform.identity.store;

import dev.huozi.platform.identity.Account;
import dev.huozi.platform.tenant.Principal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `huozi.account`.
@Entity
@Table(schema = "huozi", name = "account")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AccountEntity {
  @Id UUID id;

  @Column(name = "tenant_id")
  long tenantId;

  @Column(name = "user_id")
  UUID userId;

  @Column(name = "user_name")
  String userName;

  @Column(name = "display_name")
  String displayName;

  @Enumerated(EnumType.STRING)
  Principal.Role role;

  boolean active;
  @Nullable String locale;

  @Column(name = "password_hash")
  String passwordHash;

  @Column(name = "credentials_version")
  int credentialsVersion;

  Account account() {
    return new Account(
        id,
        tenantId,
        userId,
        userName,
        displayName,
        role,
        active,
        locale == null ? null : Locale.forLanguageTag(locale));
  }
}
