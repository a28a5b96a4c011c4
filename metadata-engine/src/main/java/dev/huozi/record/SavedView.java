package dev.huozi.record;

import java.util.UUID;

/// A list that somebody made for himself.
///
/// @param address what the address of the list held, as a query string
public record SavedView(UUID id, String label, String address) {
  /// How many one may keep for one object.
  public static final int MOST = 50;

  public static final int LONGEST_LABEL = 80;
  public static final int LONGEST_ADDRESS = 8_000;
}
