package dev.huozi.ui.formula;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.FormulaText;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.check.TypeNames;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.diagnostic.Fix;
import dev.huozi.formula.editor.SalesforceText;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.page.PageContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers about one text, for one reader. Pure.
record FormulaEditor(PageContext page, FormulaScopes.Place place) {
  private static final List<String> CLOCKS = List.of("$Today", "$Now");

  /// What is wrong with it, what it yields, what it reads.
  FormulaAnswer.Findings check(FormulaBody body) {
    Purpose purpose = Purpose.of(body.purpose());
    if (body.text().isBlank()) {
      return new FormulaAnswer.Findings(true, null, List.of(), List.of(), null);
    }
    CheckResult result = result(body, purpose);
    List<Diagnostic> found = new ArrayList<>(result.diagnostics());
    CheckedFormula formula = result.formula();
    List<Diagnostic> notSql = formula == null ? List.of() : SqlTranslator.check(formula);
    if (purpose == Purpose.FILTER) {
      found.addAll(notSql);
    }
    boolean valid = found.stream().noneMatch(Diagnostic::isError);
    return new FormulaAnswer.Findings(
        valid,
        formula == null ? null : type(formula.type()),
        found.stream().map(this::finding).toList(),
        formula == null ? List.of() : inputs(formula),
        valid ? note(purpose, notSql) : null);
  }

  CheckResult result(FormulaBody body, Purpose purpose) {
    return Formulas.check(body.text(), place.scope(), purpose.options(body));
  }

  /// A formula that only the server can compute is right, but cannot be filtered or sorted by.
  private @Nullable String note(Purpose purpose, List<Diagnostic> notSql) {
    boolean stored = purpose == Purpose.FORMULA;
    return stored && !notSql.isEmpty()
        ? page.words().get("formula_server_only", message(notSql.getFirst()))
        : null;
  }

  private FormulaAnswer.Finding finding(Diagnostic one) {
    return new FormulaAnswer.Finding(
        one.span().start(),
        one.span().end(),
        one.severity().name().toLowerCase(Locale.ROOT),
        one.code().name(),
        message(one),
        repair(one.fix()));
  }

  private String message(Diagnostic one) {
    return one.message(page.words().messages(), locale());
  }

  private FormulaAnswer.@Nullable Repair repair(@Nullable Fix fix) {
    return fix == null
        ? null
        : new FormulaAnswer.Repair(
            fix.title().get(locale(), ""),
            fix.edits().stream()
                .map(edit ->
                    new FormulaAnswer.Edit(
                        edit.span().start(), edit.span().end(), edit.replacement()))
                .toList());
  }

  private FormulaAnswer.Type type(FormulaType type) {
    return new FormulaAnswer.Type(
        type.family().name().toLowerCase(Locale.ROOT), TypeNames.of(type).get(locale(), ""));
  }

  private List<FormulaAnswer.Named> inputs(CheckedFormula formula) {
    return formula.inputs().stream()
        .map(FormulaEditor::path)
        .filter(path -> path != null && (path.isRelated() || !path.dotted().startsWith("$")))
        .map(Objects::requireNonNull)
        .distinct()
        .map(path ->
            new FormulaAnswer.Named(
                path.dotted(), label(path), TypeNames.of(path.type()).get(locale(), "")))
        .toList();
  }

  static @Nullable FieldPath path(CheckedFormula.Input input) {
    return switch (input) {
      case CheckedFormula.Input.FieldValue value -> value.path();
      case CheckedFormula.Input.PriorValue prior -> prior.path();
      case CheckedFormula.Input.Changed changed -> changed.path();
      case CheckedFormula.Input.Fact _ -> null;
    };
  }

  String label(FieldPath path) {
    return path.steps().stream()
        .map(step -> step.label().get(locale(), step.name()))
        .collect(Collectors.joining(" › "));
  }

  /// The names that may follow the steps of a path; those of the object for none.
  FormulaAnswer.Names names(List<String> steps) {
    FieldScope at = place.scope();
    for (String step : steps) {
      ScopedField field = at.find(step);
      FieldScope next = field == null ? null : at.follow(field);
      if (next == null) {
        throw new ProblemException(PlatformError.NOT_FOUND);
      }
      at = next;
    }
    List<FormulaAnswer.Name> names = new ArrayList<>();
    for (ScopedField field : at.fields()) {
      names.add(name(field, at, steps.size() + 1 < FieldPath.MAXIMUM_STEPS));
    }
    if (steps.isEmpty()) {
      CLOCKS.forEach(clock -> names.add(clock(clock)));
    }
    return new FormulaAnswer.Names(at.objectName(), names);
  }

  private FormulaAnswer.Name name(ScopedField field, FieldScope at, boolean mayLead) {
    Map<String, String> written = new LinkedHashMap<>();
    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
      written.put(language.getLanguage(), FormulaText.name(field, at, language));
    }
    return new FormulaAnswer.Name(
        field.name(),
        field.label().isEmpty() ? root(field.name()) : field.label().get(locale(), field.name()),
        TypeNames.of(field.type()).get(locale(), ""),
        written,
        mayLead && at.follow(field) != null,
        codes(field.type(), place.snapshot()));
  }

  private FormulaAnswer.Name clock(String name) {
    FormulaType type = name.equals("$Now") ? FormulaType.DATETIME : FormulaType.DATE;
    return new FormulaAnswer.Name(
        name,
        root(name),
        TypeNames.of(type).get(locale(), ""),
        Map.of("zh", name, "en", name),
        false,
        Map.of());
  }

  private String root(String name) {
    return page.words().get("formula_root_" + name.substring(1).toLowerCase(Locale.ROOT));
  }

  private Map<String, String> codes(FormulaType type, MetadataSnapshot snapshot) {
    String name =
        switch (type) {
          case FormulaType.Picklist picklist -> picklist.optionset();
          case FormulaType.MultiPicklist several -> several.optionset();
          case FormulaType.Simple _, FormulaType.Reference _ -> null;
        };
    OptionSet set = name == null ? null : snapshot.optionSet(name);
    Map<String, String> codes = new LinkedHashMap<>();
    if (set != null) {
      set.values()
          .forEach(option ->
              codes.put(option.code(), page.words().label(option.label(), option.code())));
    }
    return codes;
  }

  /// The same formula in the words of another language.
  FormulaAnswer.Text translate(FormulaBody body) {
    Locale language = "zh".equals(body.language()) ? Locale.CHINESE : Locale.ENGLISH;
    return new FormulaAnswer.Text(
        FormulaText.translate(body.text(), place.scope(), language), Map.of());
  }

  /// A formula of Salesforce in our names; any other as it is.
  FormulaAnswer.Text adopt(FormulaBody body) {
    if (!SalesforceText.recognises(body.text())) {
      return new FormulaAnswer.Text(body.text(), Map.of());
    }
    SalesforceText.Adopted adopted = SalesforceText.adopt(body.text(), place.scope());
    return new FormulaAnswer.Text(adopted.source(), adopted.renamed());
  }

  private Locale locale() {
    return page.words().locale();
  }
}
