package dev.huozi.ui.formula;

import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.measure.calendar.WorkCalendars;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.page.Formats;
import dev.huozi.ui.page.PageContext;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tries a formula on a record: the values come by the same way as any reading, so it shows nothing
/// that whoever asks could not read.
@Singleton
public class FormulaTrial {
  private static final int MOST_DIGITS = 12;

  private final RecordService records;

  FormulaTrial(RecordService records) {
    this.records = records;
  }

  FormulaAnswer.Outcome run(FormulaEditor editor, FormulaBody body, UUID record) {
    CheckResult result = editor.result(body, Purpose.of(body.purpose()));
    CheckedFormula formula = result.formula();
    if (formula == null) {
      Diagnostic first = result.diagnostics().getFirst();
      throw new ProblemException(first.code(), first.parameters(), List.of(), null);
    }
    PageContext page = editor.page();
    List<@Nullable Object> values = values(page, editor.place(), formula, record);
    List<FormulaAnswer.Value> shown = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      FieldPath path = FormulaEditor.path(formula.inputs().get(i));
      if (path != null) {
        shown.add(
            new FormulaAnswer.Value(
                path.dotted(), editor.label(path), text(page, path.type(), values.get(i))));
      }
    }
    Object value = CompiledFormula.of(formula).evaluate(values.toArray(), surroundings(page));
    return new FormulaAnswer.Outcome(
        text(page, formula.type(), value), value == null, value instanceof FormulaError, shown);
  }

  private List<@Nullable Object> values(
      PageContext page, FormulaScopes.Place place, CheckedFormula formula, UUID record) {
    Set<String> own = new LinkedHashSet<>(Set.of("id"));
    Set<String> users = new LinkedHashSet<>(Set.of("id"));
    for (CheckedFormula.Input input : formula.inputs()) {
      FieldPath path = FormulaEditor.path(input);
      if (path != null && !ofUser(path) && !ofReferring(path)) {
        own.add(path.dotted());
      } else if (path != null && ofUser(path) && path.isRelated()) {
        users.add(afterRoot(path));
      }
    }
    RecordView found = records.get(page.request(), place.object().name(), record, List.copyOf(own));
    RecordView user =
        users.size() == 1
            ? null
            : records.get(
                page.request(),
                FieldType.User.OBJECT,
                page.request().principal().userId(),
                List.copyOf(users));
    List<@Nullable Object> values = new ArrayList<>();
    formula.inputs().forEach(input -> values.add(value(page, input, found, user)));
    return values;
  }

  /// Nothing is being written: before and now are the same.
  private static @Nullable Object value(
      PageContext page, CheckedFormula.Input input, RecordView record, @Nullable RecordView user) {
    return switch (input) {
      case CheckedFormula.Input.FieldValue value -> read(page, value.path(), record, user);
      case CheckedFormula.Input.PriorValue prior -> read(page, prior.path(), record, user);
      case CheckedFormula.Input.Changed _ -> Boolean.FALSE;
      case CheckedFormula.Input.Fact _ -> Boolean.FALSE;
    };
  }

  private static @Nullable Object read(
      PageContext page, FieldPath path, RecordView record, @Nullable RecordView user) {
    if (ofUser(path)) {
      return user == null ? page.request().principal().userId() : plain(user.get(afterRoot(path)));
    }
    if (ofReferring(path)) {
      return null; // no record refers to it while it is tried
    }
    return path.dotted().equalsIgnoreCase("id") ? record.id() : plain(record.get(path.dotted()));
  }

  private static boolean ofUser(FieldPath path) {
    return path.first().source() == ObjectScope.Root.USER;
  }

  private static boolean ofReferring(FieldPath path) {
    return path.first().source() == ObjectScope.Root.RECORD;
  }

  private static String afterRoot(FieldPath path) {
    return new FieldPath(path.steps().subList(1, path.steps().size())).dotted();
  }

  /// A value of a record as the formula language holds it.
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Money money -> money.amount();
      case Reference reference -> reference.id();
      case String text when text.isEmpty() -> null;
      case Object other -> other;
    };
  }

  private static EvaluationContext surroundings(PageContext page) {
    return new EvaluationContext(
        page.request().now(),
        page.request().userZone(),
        page.request().locale(),
        Map.copyOf(WorkCalendars.all(page.snapshot())),
        WorkCalendars.DEFAULT);
  }

  private static String text(PageContext page, FormulaType type, @Nullable Object value) {
    Formats formats = page.formats();
    return switch (value) {
      case null -> page.words().get("blank");
      case FormulaError error -> page.words().error(error);
      case BigDecimal ratio when type == FormulaType.PERCENT -> formats.percent(ratio, MOST_DIGITS);
      case BigDecimal number -> formats.number(number, MOST_DIGITS);
      case Boolean flag -> page.words().get(flag ? "yes" : "no");
      case LocalDate date -> formats.date(date);
      case Instant at -> formats.dateTime(at);
      case Object other -> other.toString();
    };
  }

  static UUID id(@Nullable String text) {
    try {
      if (text != null) {
        return UUID.fromString(text.substring(text.indexOf(':') + 1));
      }
    } catch (IllegalArgumentException _) {
      // answered below, as a missing one
    }
    throw new ProblemException(UiError.PROPERTY_MISSING, "name", "record");
  }
}
