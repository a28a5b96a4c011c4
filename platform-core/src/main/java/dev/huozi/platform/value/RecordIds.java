package dev.huozi.platform.value;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// Makes the ids of records: UUIDs of version 7, so that new rows lie together in the index.
public final class RecordIds {
  private RecordIds() {}

  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
