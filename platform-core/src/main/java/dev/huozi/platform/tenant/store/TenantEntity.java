package dev.huozi.platform.tenant.store;

import dev.huozi.platform.tenant.SortCollation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// A row of `huozi.tenant`.
@Entity
@Table(schema = "huozi", name = "tenant")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TenantEntity {
  enum State {
    /// Not complete: creation goes on when it is asked for again.
    CREATING,
    ACTIVE,
    SUSPENDED,
    /// Being filled from a dump or another tenant.
    COPYING,
    /// On its way out.
    DELETING
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tenant_id")
  @SequenceGenerator(
      name = "tenant_id",
      schema = "huozi",
      sequenceName = "tenant_id",
      allocationSize = 1)
  Long id;

  String code;
  String name;
  String zone;
  String currency;

  @Enumerated(EnumType.STRING)
  @Column(name = "sort_collation")
  SortCollation sortCollation;

  String locale;

  @Enumerated(EnumType.STRING)
  State state;

  @Column(name = "schema_version")
  @Nullable String schemaVersion;

  @Nullable String origin;
}
