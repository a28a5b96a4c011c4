package dev.huozi.platform.tenant.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/// A row of `huozi.tenant_pack`.
@Entity
@Table(schema = "huozi", name = "tenant_pack")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PackEntity {
  @EmbeddedId Key key;
  String version;

  @Embeddable
  record Key(@Column(name = "tenant_id") long tenantId, String pack) implements Serializable {}
}
