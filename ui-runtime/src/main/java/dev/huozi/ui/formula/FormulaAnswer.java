package dev.huozi.ui.formula;

import dev.huozi.formula.editor.FunctionCard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the editor is told.
public sealed interface FormulaAnswer {
  /// What a check found.
  ///
  /// @param type what it yields, null while it has errors
  /// @param inputs the fields it reads
  /// @param note what to know about a formula that is right, or null
  record Findings(
      boolean valid,
      @Nullable Type type,
      List<Finding> findings,
      List<Named> inputs,
      @Nullable String note)
      implements FormulaAnswer {
    public Findings {
      findings = List.copyOf(findings);
      inputs = List.copyOf(inputs);
    }
  }

  /// @param id as `number`
  record Type(String id, String label) {}

  /// Something wrong with the text from `start` to `end`, counted in UTF-16 units.
  record Finding(
      int start, int end, String severity, String code, String message, @Nullable Repair fix) {}

  /// A change of the text that repairs it.
  record Repair(String title, List<Edit> edits) {
    public Repair {
      edits = List.copyOf(edits);
    }
  }

  record Edit(int start, int end, String text) {}

  /// A field by its path, with its label and type.
  record Named(String path, String label, String type) {}

  /// The names at one place of a path.
  record Names(String object, List<Name> names) implements FormulaAnswer {
    public Names {
      names = List.copyOf(names);
    }
  }

  /// A field or a root.
  ///
  /// @param written how it is spelled in each language
  /// @param leads true where a point and more names may follow
  /// @param codes what a picklist may be, code to label
  record Name(
      String name,
      String label,
      String type,
      Map<String, String> written,
      boolean leads,
      Map<String, String> codes) {}

  record Functions(List<FunctionCard> functions) implements FormulaAnswer {
    public Functions {
      functions = List.copyOf(functions);
    }
  }

  /// The text in other words.
  ///
  /// @param renamed what was replaced, where names of elsewhere were
  record Text(String source, Map<String, String> renamed) implements FormulaAnswer {}

  /// What a formula yields for one record.
  ///
  /// @param failed true where it is an error of the formula, which `value` then names
  /// @param inputs the values it read
  record Outcome(String value, boolean blank, boolean failed, List<Value> inputs)
      implements FormulaAnswer {
    public Outcome {
      inputs = List.copyOf(inputs);
    }
  }

  record Value(String path, String label, String value) {}
}
