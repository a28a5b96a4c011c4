package dev.huozi.platform.store;

import dev.huozi.platform.database.SqlErrors;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/// Runs work on Hibernate Reactive and waits for it, so that stores offer plain methods. It has its
/// own small pool under the login role.
public final class ControlStore {
  private final Mutiny.SessionFactory sessions;
  private final Hop hop;

  public ControlStore(Mutiny.SessionFactory sessions, Hop hop) {
    this.sessions = sessions;
    this.hop = hop;
  }

  /// Subscribes on a thread that Hibernate Reactive accepts and blocks the caller until the answer
  /// is there.
  @FunctionalInterface
  public interface Hop {
    <T> T await(Supplier<Uni<T>> work) throws Throwable;
  }

  /// One transaction; `what` says in error messages what was to be done. `work` may yield null.
  @SuppressWarnings("NullAway") // Uni has no notion of null: the caller's type says it
  public <T> T inTransaction(String what, Function<Mutiny.Session, Uni<T>> work) {
    try {
      return hop.await(() -> sessions.withTransaction(work));
    } catch (Throwable e) {
      throw SqlErrors.translate(e, what);
    }
  }
}
