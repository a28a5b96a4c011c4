package dev.huozi.platform.database;

import java.lang.ScopedValue.CallableOp;

/// Knows whether the current thread is inside a transaction. Taking a second connection there is
/// refused: it would not see the first one's changes, and threads that each wait for a second
/// connection wait for ever.
final class TransactionScope {
  private static final ScopedValue<Boolean> OPEN = ScopedValue.newInstance();

  private TransactionScope() {}

  static void refuseIfOpen() {
    if (OPEN.isBound()) {
      throw new IllegalStateException(
          "A transaction is open on this thread.\nMaybe pass its (Transaction) on instead of asking"
              + " for a second connection.");
    }
  }

  static <T, X extends Throwable> T call(CallableOp<T, X> work) throws X {
    return ScopedValue.where(OPEN, true).call(work);
  }
}
