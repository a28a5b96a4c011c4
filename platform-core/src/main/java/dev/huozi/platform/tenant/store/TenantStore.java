package dev.huozi.platform.tenant.store;

import dev.huozi.platform.database.DatabaseConflict;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.store.ControlStore;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.store.TenantEntity.State;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The rows of the tenants.
final class TenantStore {
  private final ControlStore store;

  TenantStore(ControlStore store) {
    this.store = store;
  }

  /// The row of a tenant that is being created: a new one, or the one an interrupted creation has
  /// left.
  TenantRow begin(NewTenant wanted) {
    try {
      return store.inTransaction("begin a tenant", session -> begin(session, wanted));
    } catch (DatabaseConflict e) {
      throw taken(wanted.code()); // another node has just begun it
    }
  }

  private static Uni<TenantRow> begin(Mutiny.Session session, NewTenant wanted) {
    return byCode(session, wanted.code())
        .flatMap(found -> {
          if (found != null && found.state != State.CREATING) {
            return Uni.createFrom().failure(taken(wanted.code()));
          }
          TenantEntity entity = found == null ? new TenantEntity() : found;
          fill(entity, wanted);
          return session.persist(entity).chain(session::flush).map(_ -> TenantRow.of(entity));
        });
  }

  private static void fill(TenantEntity entity, NewTenant wanted) {
    entity.code = wanted.code();
    entity.name = wanted.name();
    entity.zone = wanted.zone().getId();
    entity.currency = wanted.currency();
    entity.sortCollation = wanted.sortCollation();
    entity.locale = wanted.locale().toLanguageTag();
    entity.state = State.CREATING;
  }

  private static ProblemException taken(String code) {
    return new ProblemException(PlatformError.TENANT_CODE_TAKEN, "code", code);
  }

  @Nullable TenantRow findActive(String code) {
    return store
        .<Optional<TenantRow>>inTransaction(
            "find a tenant", session -> byCode(session, code).map(TenantStore::ifActive))
        .orElse(null);
  }

  @Nullable TenantRow findActive(long id) {
    return store
        .<Optional<TenantRow>>inTransaction(
            "find a tenant",
            session -> session.find(TenantEntity.class, id).map(TenantStore::ifActive))
        .orElse(null);
  }

  private static Optional<TenantRow> ifActive(@Nullable TenantEntity entity) {
    return Optional.ofNullable(entity)
        .filter(found -> found.state == State.ACTIVE)
        .map(TenantRow::of);
  }

  List<TenantRow> listActive() {
    return store.inTransaction(
        "list tenants",
        session ->
            session
                .createSelectionQuery(
                    "from TenantEntity where state = ACTIVE order by code", TenantEntity.class)
                .getResultList()
                .map(found -> found.stream().map(TenantRow::of).toList()));
  }

  /// False when there is no such tenant, or it is not complete.
  boolean setActive(long id, boolean active) {
    return change(
        id,
        entity -> {
          boolean whole = entity.state == State.ACTIVE || entity.state == State.SUSPENDED;
          if (whole) {
            entity.state = active ? State.ACTIVE : State.SUSPENDED;
          }
          return whole;
        });
  }

  void complete(long id) {
    change(
        id,
        entity -> {
          entity.state = State.ACTIVE;
          return true;
        });
  }

  void setSchemaVersion(long id, String version) {
    change(
        id,
        entity -> {
          entity.schemaVersion = version;
          return true;
        });
  }

  @FunctionalInterface
  private interface Change {
    boolean apply(TenantEntity entity);
  }

  private boolean change(long id, Change change) {
    return store.inTransaction(
        "change a tenant",
        session ->
            session
                .find(TenantEntity.class, id)
                .map(entity -> entity != null && change.apply(entity)));
  }

  private static Uni<@Nullable TenantEntity> byCode(Mutiny.Session session, String code) {
    return session
        .createSelectionQuery("from TenantEntity where code = :code", TenantEntity.class)
        .setParameter("code", code)
        .getSingleResultOrNull();
  }
}
