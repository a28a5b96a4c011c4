package dev.huozi.metadata.store;

import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a session does to a tenant's tables, told to the other sessions of the database: as its
/// application name, which is seen at once and goes when the session ends, whatever it ends by.
public final class WorkSigns {
  private static final int PARTS = 6;

  private WorkSigns() {}

  /// What is being done.
  public enum Step {
    /// Values of a column that changes its type are converted beside it; counted in rows.
    FILL,
    /// The publication's own statements, in one transaction.
    PUBLISH,
    /// What follows: building an index, validating a key.
    LATER
  }

  /// One session at work.
  ///
  /// @param number what it has come to, from 1; for `FILL` the rows that are done
  /// @param of how many there are; for `FILL` about
  /// @param table where it is; null for a publication
  /// @param done how much of an index is built, of `total`; 0 of 0 when PostgreSQL does not tell
  public record Sign(
      Step step, long number, long of, @Nullable SqlIdentifier table, long done, long total) {}

  /// Puts up a sign that a publication has come so far, until its transaction ends. Nothing is
  /// bound, so that it may go along with DDL that is sent at once; tables are left out, as most of
  /// them are only being made.
  public static SqlFragment publishing(Tenant tenant, int number, int of) {
    return SqlFragment.of("select set_config('application_name', concat('huozi t_', ")
        .then(SqlFragment.number((int) tenant.id()))
        .then(", ' publish ', ")
        .then(SqlFragment.number(number))
        .then(", ' ', ")
        .then(SqlFragment.number(of))
        .then(", ' -'), true)");
  }

  /// Puts up a sign until the session ends.
  public static void inSession(
      Transaction session, Tenant tenant, Step step, long number, long of, SqlIdentifier table) {
    put(session, text(tenant, step, number, of, table));
  }

  /// Takes the sign down.
  public static void clear(Transaction session) {
    put(session, "huozi");
  }

  private static void put(Transaction session, String text) {
    session.query(
        SqlFragment.of("select set_config('application_name', ?, false)", text), row -> true);
  }

  private static String text(Tenant tenant, Step step, long number, long of, SqlIdentifier table) {
    return String.join(
        " ",
        "huozi",
        tenant.schema().name(),
        step.name().toLowerCase(Locale.ROOT),
        Long.toString(number),
        Long.toString(of),
        table.name());
  }

  /// The signs of a tenant, on whichever node. Processes that help a session to build an index bear
  /// its sign too, without saying how far it is.
  public static List<Sign> read(ReadSession session, Tenant tenant) {
    return session
        .query(
            SqlFragment.of("select sign, done, total from huozi.schema_work(?)", tenant.id()),
            row ->
                sign(
                    Objects.requireNonNull(row.text(0)),
                    Objects.requireNonNullElse(row.longInteger(1), 0L),
                    Objects.requireNonNullElse(row.longInteger(2), 0L)))
        .stream()
        .filter(Objects::nonNull)
        .collect(
            Collectors.toMap(
                sign ->
                    List.of(sign.step(), sign.number(), sign.of(), String.valueOf(sign.table())),
                Function.identity(),
                (one, other) -> one.total() >= other.total() ? one : other,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /// Null for a name that somebody else gave.
  private static @Nullable Sign sign(String text, long done, long total) {
    String[] parts = text.split(" ");
    if (parts.length != PARTS) {
      return null;
    }
    try {
      return new Sign(
          Step.valueOf(parts[2].toUpperCase(Locale.ROOT)),
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]),
          parts[5].equals("-") ? null : new SqlIdentifier(parts[5]),
          done,
          total);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
