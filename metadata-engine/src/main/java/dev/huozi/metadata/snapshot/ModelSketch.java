package dev.huozi.metadata.snapshot;

import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.metadata.schema.NameCounter;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalPlanner;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// A snapshot of the objects of a model that is still being checked, with invented physical names:
/// so that formulas in definitions are checked by the same code that will run them.
public final class ModelSketch {
  private static final SqlIdentifier SCHEMA = new SqlIdentifier("sketch");
  private static final List<MetadataKind<? extends Definition>> KINDS =
      List.of(ObjectKind.KIND, OptionSetKind.KIND, ExtensionKind.KIND);

  /// One model is asked many times in one check.
  private static final Map<ModelView, MetadataSnapshot> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private ModelSketch() {}

  /// Null when references between the objects are missing, which is reported in other ways.
  public static @Nullable MetadataSnapshot of(ModelView model) {
    MetadataSnapshot known = KNOWN.get(model);
    if (known == null && isComplete(model)) {
      known = compile(model);
      KNOWN.put(model, known);
    }
    return known;
  }

  private static boolean isComplete(ModelView model) {
    for (MetadataKind<? extends Definition> kind : KINDS) {
      if (!isComplete(kind, model)) {
        return false;
      }
    }
    return true;
  }

  private static <D extends Definition> boolean isComplete(MetadataKind<D> kind, ModelView model) {
    for (D definition : model.all(kind)) {
      for (Reference reference : kind.references(definition)) {
        for (MetadataKind<? extends Definition> other : KINDS) {
          if (other.id().equals(reference.to().kind())
              && model.find(other, reference.to().name()) == null) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static MetadataSnapshot compile(ModelView model) {
    NameCounter counter = new NameCounter(1);
    List<Component> components = new ArrayList<>();
    for (MetadataKind<? extends Definition> kind : KINDS) {
      for (Definition definition : model.all(kind)) {
        components.add(new Component(counter.id(), kind.id(), Component.TENANT, definition));
      }
    }
    Model copy = new Model(components);
    return SnapshotCompiler.compile(
        SCHEMA, 0, copy, PhysicalPlanner.plan(copy, PhysicalModel.EMPTY, counter).physical());
  }
}
