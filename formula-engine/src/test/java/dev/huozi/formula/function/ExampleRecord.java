package dev.huozi.formula.function;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.number.NumberTexts;
import dev.huozi.formula.time.DateTexts;
import dev.huozi.formula.time.PublicHolidays;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The record on which examples and cases run, and what a formula shows on it: `amount` 120 (100
/// before the write), `status` open, `channels` web and store; blank are `n` (number), `t` (text),
/// `d` (date), `b` (checkbox), `p` (picklist), `m` (multi-select picklist). The moment is
/// 2024-05-15T08:30:00Z, the zone UTC, the default calendar `cn`.
final class ExampleRecord implements FieldScope {
  private static final FormulaType STATUS =
      new FormulaType.Picklist("status", List.of("open", "won", "lost"));
  private static final FormulaType CHANNELS =
      new FormulaType.MultiPicklist("channel", List.of("web", "phone", "store"));

  private final Map<String, ScopedField> fields = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();

  ExampleRecord() {
    put("amount", FormulaType.NUMBER, new BigDecimal("120.00"));
    put("status", STATUS, "open");
    put("channels", CHANNELS, List.of("web", "store"));
    put("s", FormulaType.TEXT, "a");
    put("k", FormulaType.NUMBER, BigDecimal.TWO);
    put("n", FormulaType.NUMBER, null);
    put("t", FormulaType.TEXT, null);
    put("d", FormulaType.DATE, null);
    put("b", FormulaType.BOOLEAN, null);
    put("p", STATUS, null);
    put("m", CHANNELS, null);
  }

  static EvaluationContext context() {
    return new EvaluationContext(
            Instant.parse("2024-05-15T08:30:00Z"),
            ZoneOffset.UTC,
            Locale.ROOT,
            Map.of("cn", PublicHolidays.china()),
            "cn")
        .withRates(code -> code.equals("CNY") ? BigDecimal.ONE : null);
  }

  /// What the formula shows, in the notation of [Example].
  String show(String formula, BlankMode mode) {
    CheckedFormula checked =
        Formulas.check(formula, this, new FormulaOptions(mode, null, true)).orThrow();
    @Nullable Object[] inputs = checked.inputs().stream().map(this::value).toArray();
    return text(CompiledFormula.of(checked).evaluate(inputs, context()));
  }

  private @Nullable Object value(CheckedFormula.Input input) {
    return switch (input) {
      case CheckedFormula.Input.FieldValue value -> values.get(value.path().last().name());
      case CheckedFormula.Input.PriorValue prior ->
          prior.path().last().name().equals("amount")
              ? BigDecimal.valueOf(100)
              : values.get(prior.path().last().name());
      case CheckedFormula.Input.Changed changed -> changed.path().last().name().equals("amount");
      case CheckedFormula.Input.Fact _ -> false;
    };
  }

  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case FormulaError error -> "#ERROR " + error.kind();
      case BigDecimal number -> NumberTexts.text(number);
      case LocalDate date -> DateTexts.text(date);
      case Instant moment -> DateTexts.text(moment);
      case LocalTime time -> DateTexts.text(time);
      default -> value.toString();
    };
  }

  private void put(String name, FormulaType type, @Nullable Object value) {
    fields.put(name, ScopedField.of(name, type));
    if (value != null) {
      values.put(name, value);
    }
  }

  @Override
  public String objectName() {
    return "example";
  }

  @Override
  public @Nullable ScopedField find(String name) {
    return fields.get(name);
  }

  @Override
  public @Nullable FieldScope follow(ScopedField reference) {
    return null;
  }

  @Override
  public Collection<ScopedField> fields() {
    return fields.values();
  }
}
