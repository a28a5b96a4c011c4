package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlIdentifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Remembers which role each physical connection has, so that `SET ROLE` is sent only when it
/// changes. Connections that are gone fall out by age; forgetting a living one costs one statement,
/// nothing else.
final class ConnectionRoles {
  private static final int LARGEST_POOL = 1_000;
  private static final String LOGIN_ROLE = "none";

  private final Map<Object, String> roles =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, String> eldest) {
          return size() > LARGEST_POOL;
        }
      };
  private final LongAdder switches = new LongAdder();

  /// The statement that gives `connection` the role (null: the login role), or null when it has it
  /// already. The role counts as given from here on; `forget` when the statement fails.
  synchronized @Nullable String switchTo(Object connection, @Nullable SqlIdentifier role) {
    String wanted = role == null ? LOGIN_ROLE : role.quoted();
    if (wanted.equals(roles.put(connection, wanted))) {
      return null;
    }
    switches.increment();
    return "set role " + wanted;
  }

  synchronized void forget(Object connection) {
    roles.remove(connection);
  }

  long switches() {
    return switches.sum();
  }
}
