package dev.huozi.record.query;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import org.jspecify.annotations.Nullable;

/// Checks the text of a filter against the model. The seam to the formula language.
@FunctionalInterface
public interface FilterCompiler {
  /// The checked filter, or null with issues that say what is wrong and where.
  @Nullable Filter compile(
      String source, ObjectModel object, MetadataSnapshot snapshot, Issues issues);
}
