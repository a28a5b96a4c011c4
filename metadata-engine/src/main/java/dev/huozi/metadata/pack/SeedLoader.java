package dev.huozi.metadata.pack;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.tenant.RequestContext;
import java.util.List;

/// Brings a pack's seed data into a tenant through the one way to write records.
public interface SeedLoader {
  /// How many records of each table are not there yet.
  ///
  /// @param candidate the model to come
  /// @param present the model as it is: objects that it does not have hold no records
  /// @param issues gets what the tables have that the model does not allow, with its place
  List<SeedCount> count(
      RequestContext context,
      MetadataSnapshot present,
      MetadataSnapshot candidate,
      List<SeedTable> tables,
      Issues issues);

  /// Makes the records whose keys are not there yet, in the order of the tables. May be repeated:
  /// what is there stays as it is.
  void load(RequestContext context, List<SeedTable> tables);

  /// What one table brings.
  ///
  /// @param rows records in the file
  /// @param absent those that applying would make
  record SeedCount(String file, String object, int rows, int absent) {}
}
