package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlIdentifier;

/// Makes component ids and physical names from one counter per tenant; nothing it gave is ever
/// given again.
public final class NameCounter {
  private static final int RADIX = 36;
  private long next;

  public NameCounter(long next) {
    this.next = next;
  }

  public long id() {
    return next++;
  }

  SqlIdentifier table() {
    return new SqlIdentifier("o_" + Long.toString(id(), RADIX));
  }

  SqlIdentifier column() {
    return new SqlIdentifier("c_" + Long.toString(id(), RADIX));
  }

  public long next() {
    return next;
  }
}
