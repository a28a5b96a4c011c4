package dev.huozi.sample.demo;

import java.util.List;

/// All records of one object, in the order of loading.
///
/// @param keyFields fields whose values together tell a record from all others: a second load finds
///   by them what is there
public record DemoTable(String object, List<String> keyFields, List<DemoRecord> records) {
  public DemoTable {
    keyFields = List.copyOf(keyFields);
    records = List.copyOf(records);
  }
}
