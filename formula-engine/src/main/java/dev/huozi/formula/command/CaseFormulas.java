package dev.huozi.formula.command;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.FormulaSet;
import dev.huozi.formula.diagnostic.Diagnostic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The formula fields of a case, checked once.
final class CaseFormulas {
  private final Map<String, CheckedFormula> formulas = new LinkedHashMap<>();

  CaseFormulas(Collection<CaseField> fields, CaseScope scope, BlankMode blankMode) {
    for (CaseField field : fields) {
      if (field.formula() != null) {
        FormulaOptions options = FormulaOptions.field(field.formulaType()).withBlankMode(blankMode);
        CheckedFormula formula = Formulas.check(field.formula(), scope, options).formula();
        if (formula != null) {
          formulas.put(key(field.name()), formula);
        }
      }
    }
  }

  /// Null when the field's formula is not valid.
  @Nullable CheckedFormula of(CaseField field) {
    return formulas.get(key(field.name()));
  }

  Collection<CheckedFormula> all() {
    return formulas.values();
  }

  /// What is wrong when fields need each other.
  List<Diagnostic> cycles() {
    return new FormulaSet<>(formulas, path -> key(path.dotted()))
        .cycles().stream().map(FormulaSet.Cycle::diagnostic).toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
