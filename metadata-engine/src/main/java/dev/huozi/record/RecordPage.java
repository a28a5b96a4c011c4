package dev.huozi.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next cursor of the following page, null at the end; `previous` likewise
/// @param total number of rows in all, when it was asked for: exact up to the cap of the query
/// @param totalCapped true when there are more than `total`
public record RecordPage(
    List<RecordView> records,
    @Nullable String next,
    @Nullable String previous,
    @Nullable Long total,
    boolean totalCapped) {
  public RecordPage {
    records = List.copyOf(records);
  }
}
