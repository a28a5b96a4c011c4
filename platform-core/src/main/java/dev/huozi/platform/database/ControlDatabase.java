package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlFragment;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// The control plane: the schema `huozi`, under the login role. For the stores of the platform
/// only.
public interface ControlDatabase {

  /// Runs `work` in one transaction.
  <T> T inTransaction(Function<Transaction, T> work);

  /// Reads outside a transaction what every role of the installation may read through a function of
  /// the schema `huozi`.
  <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder);

  /// The same without waiting for the answer, for whoever must not block: neither may `decoder`.
  <T> CompletionStage<List<T>> queryLater(SqlFragment statement, RowDecoder<T> decoder);
}
