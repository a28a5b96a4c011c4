package dev.huozi.metadata.pack;

import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.ModelCheck;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.NameCounter;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalPlanner;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotCompiler;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;

/// Packs put together without a database: for checks at the desk and for tests.
public final class OfflineModel {
  private OfflineModel() {}

  /// The checked snapshot of these packs, as an empty tenant would have it. One problem with all
  /// issues if they do not fit.
  public static MetadataSnapshot snapshot(MetadataKinds kinds, List<Pack> packs) {
    NameCounter counter = new NameCounter(1);
    List<Component> components = new ArrayList<>();
    for (Pack pack : packs) {
      for (MetadataChange.Put put : pack.components()) {
        components.add(
            new Component(counter.id(), put.kind(), pack.manifest().id(), put.definition()));
      }
    }
    Model model = new Model(components);
    Issues issues = new Issues();
    ModelCheck.check(kinds, model, issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    PhysicalModel physical = PhysicalPlanner.plan(model, PhysicalModel.EMPTY, counter).physical();
    return SnapshotCompiler.compile(new SqlIdentifier("t_0"), 1, model, physical);
  }
}
