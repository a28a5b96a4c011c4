package dev.huozi.platform.identity.store;

import dev.huozi.platform.database.DatabaseConflict;
import dev.huozi.platform.identity.Account;
import dev.huozi.platform.identity.AccountChange;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.identity.NewAccount;
import dev.huozi.platform.identity.Passwords;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.store.ControlStore;
import dev.huozi.platform.tenant.Principal.Role;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.value.RecordIds;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The rows of `huozi.account`.
public final class StoredAccounts implements Accounts {
  static final int LONGEST_USER_NAME = 100;

  private final ControlStore store;
  private final Passwords passwords;

  public StoredAccounts(ControlStore store, Passwords passwords) {
    this.store = store;
    this.passwords = passwords;
  }

  @Override
  public Account create(Tenant tenant, NewAccount wanted) {
    AccountEntity entity = new AccountEntity();
    entity.id = RecordIds.next();
    entity.tenantId = tenant.id();
    entity.userId = wanted.userId();
    entity.userName = checkedUserName(wanted.userName());
    entity.displayName = wanted.displayName();
    entity.role = wanted.role();
    entity.active = true;
    entity.locale = wanted.locale() == null ? null : wanted.locale().toLanguageTag();
    entity.passwordHash = passwords.hash(wanted.password());
    try {
      return store.inTransaction(
          "make an account",
          session -> session.persist(entity).chain(session::flush).map(_ -> entity.account()));
    } catch (DatabaseConflict e) {
      if ("account_user_name".equals(e.constraint())) {
        throw new ProblemException(PlatformError.USER_NAME_TAKEN, "userName", wanted.userName());
      }
      throw e;
    }
  }

  private static String checkedUserName(String userName) {
    String composed = Normalizer.normalize(userName, Normalizer.Form.NFC);
    boolean odd =
        composed.isBlank()
            || !composed.equals(composed.strip())
            || composed.length() > LONGEST_USER_NAME
            || composed.codePoints().anyMatch(Character::isISOControl);
    if (odd) {
      throw new ProblemException(
          PlatformError.USER_NAME_INVALID, "userName", userName, "maximum", LONGEST_USER_NAME);
    }
    return composed;
  }

  @Override
  public List<Account> list(Tenant tenant) {
    return store.inTransaction(
        "list accounts",
        session ->
            session
                .createSelectionQuery(
                    "from AccountEntity where tenantId = :tenant order by userName",
                    AccountEntity.class)
                .setParameter("tenant", tenant.id())
                .getResultList()
                .map(found -> found.stream().map(AccountEntity::account).toList()));
  }

  @Override
  public @Nullable Account find(Tenant tenant, UUID accountId) {
    return store
        .<Optional<Account>>inTransaction(
            "find an account",
            session ->
                session
                    .find(AccountEntity.class, accountId)
                    .map(entity ->
                        Optional.ofNullable(entity)
                            .filter(found -> found.tenantId == tenant.id())
                            .map(AccountEntity::account)))
        .orElse(null);
  }

  @Override
  public Account change(Tenant tenant, UUID accountId, AccountChange change) {
    String newHash = change.password() == null ? null : passwords.hash(change.password());
    return store.inTransaction(
        "change an account",
        session ->
            activeAdmins(session, tenant)
                .flatMap(admins ->
                    session
                        .find(AccountEntity.class, accountId)
                        .map(found -> apply(found, tenant, change, newHash, admins))));
  }

  /// Locked, so that two changes at once cannot remove the last two.
  private static Uni<List<AccountEntity>> activeAdmins(Mutiny.Session session, Tenant tenant) {
    return session
        .createSelectionQuery(
            "from AccountEntity where tenantId = :tenant and role = ADMIN and active order by id",
            AccountEntity.class)
        .setParameter("tenant", tenant.id())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private static Account apply(
      @Nullable AccountEntity entity,
      Tenant tenant,
      AccountChange change,
      @Nullable String newHash,
      List<AccountEntity> activeAdmins) {
    if (entity == null || entity.tenantId != tenant.id()) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    boolean wasAdmin = activeAdmins.contains(entity);
    if (change.displayName() != null) {
      entity.displayName = change.displayName();
    }
    if (change.role() != null) {
      entity.role = change.role();
    }
    if (change.active() != null) {
      entity.active = change.active();
    }
    if (change.locale() != null) {
      entity.locale = change.locale().toLanguageTag();
    }
    if (newHash != null) {
      entity.passwordHash = newHash;
      entity.credentialsVersion++;
    }
    boolean isAdmin = entity.active && entity.role == Role.ADMIN;
    if (wasAdmin && !isAdmin && activeAdmins.size() == 1) {
      throw new ProblemException(PlatformError.LAST_ADMIN);
    }
    return entity.account();
  }
}
