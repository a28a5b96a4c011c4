package dev.huozi.platform.store;

import dev.huozi.platform.database.SqlErrors;
import dev.huozi.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.hibernate.exception.ConstraintViolationException;
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
      throw translate(e, what);
    }
  }

  /// What the database said is found among the causes, in the terms of Hibernate.
  private static RuntimeException translate(Throwable failure, String what) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ProblemException problem -> {
          return problem;
        }
        case ConstraintViolationException violated -> {
          return SqlErrors.translate(
              String.valueOf(violated.getSQLState()), violated.getConstraintName(), what);
        }
        case JDBCException refused when refused.getSQLState() != null -> {
          return SqlErrors.translate(refused.getSQLState(), null, what);
        }
        default -> {}
      }
    }
    return SqlErrors.translate(failure, what);
  }
}
