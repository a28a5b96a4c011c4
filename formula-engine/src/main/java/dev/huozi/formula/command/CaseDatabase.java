package dev.huozi.formula.command;

import dev.huozi.formula.sql.SqlEvaluator;
import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.database.DatabaseSettings;
import dev.huozi.platform.database.SingleConnection;
import dev.huozi.platform.database.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The database for cases: that of `HUOZI_DB_URL`, else an embedded one of its own below
/// `HUOZI_HOME`, which ends with the command.
final class CaseDatabase implements AutoCloseable {
  private final @Nullable EmbeddedPostgres embedded;
  private final SingleConnection connection;

  private CaseDatabase(@Nullable EmbeddedPostgres embedded, SingleConnection connection) {
    this.embedded = embedded;
    this.connection = connection;
  }

  static CaseDatabase open() {
    String url = System.getenv("HUOZI_DB_URL");
    if (url != null && !url.isBlank()) {
      return new CaseDatabase(null, SingleConnection.open(DatabaseSettings.parse(url)));
    }
    String home = System.getenv("HUOZI_HOME");
    Path folder =
        home == null || home.isBlank()
            ? Path.of(System.getProperty("java.io.tmpdir"), "huozi-formula")
            : Path.of(home, "formula-sql");
    EmbeddedPostgres server = EmbeddedPostgres.start(folder);
    try {
      return new CaseDatabase(server, SingleConnection.open(server.settings()));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  SqlEvaluator evaluator(EvaluationContext context) {
    return new SqlEvaluator(connection, new SqlSurroundings(context.now(), context.zone()));
  }

  @Override
  public void close() {
    connection.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
