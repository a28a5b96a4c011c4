package dev.huozi.record.write;

import java.util.List;

/// One step of the write pipeline, over all drafts of a command at once.
@FunctionalInterface
interface WriteStep {
  /// The drafts as they leave the step. Problems with values go into the scope's issues; only
  /// broken invariants throw.
  List<Draft> apply(WriteScope scope, List<Draft> drafts);
}
