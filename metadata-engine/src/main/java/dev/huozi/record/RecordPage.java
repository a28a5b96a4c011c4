package dev.huozi.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next cursor of the following page, null at the end; `previous` likewise
/// @param total number of rows in all, when it was asked for: exact up to the cap of the query
/// @param totalCapped true when there are more than `total`
/// @param estimate how many there are, about, where they were not counted to the end; null else
public record RecordPage(
    List<RecordView> records,
    @Nullable String next,
    @Nullable String previous,
    @Nullable Long total,
    boolean totalCapped,
    @Nullable Long estimate) {
  public RecordPage {
    records = List.copyOf(records);
  }

  public RecordPage(
      List<RecordView> records,
      @Nullable String next,
      @Nullable String previous,
      @Nullable Long total,
      boolean totalCapped) {
    this(records, next, previous, total, totalCapped, null);
  }
}
