package dev.huozi.metadata.formula;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.metadata.model.ApiName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of its own record whose values, as they will be, change what a formula yields. Of a
/// path over a lookup that is the lookup.
public final class OwnFields {
  private OwnFields() {}

  /// Adds them by their key.
  public static void add(@Nullable CheckedFormula formula, Set<String> fields) {
    if (formula != null) {
      for (CheckedFormula.Input input : formula.inputs()) {
        FieldPath path =
            switch (input) {
              case CheckedFormula.Input.FieldValue value -> value.path();
              case CheckedFormula.Input.Changed changed -> changed.path();
              case CheckedFormula.Input.PriorValue _, CheckedFormula.Input.Fact _ -> null;
            };
        if (path != null && path.first().source() != ObjectScope.Root.USER) {
          fields.add(ApiName.key(path.first().name()));
        }
      }
    }
  }
}
