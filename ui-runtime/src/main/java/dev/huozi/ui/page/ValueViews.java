package dev.huozi.ui.page;

import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.value.Money;
import dev.huozi.record.Reference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns values of records into what a reader sees.
public record ValueViews(MetadataSnapshot snapshot, Words words, Formats formats) {
  private static final ValueView BLANK = new ValueView.Blank();
  private static final Set<String> COLORS =
      Set.of("green", "amber", "red", "blue", "violet", "gray");
  private static final String PLAIN_COLOR = "gray";

  /// The view of a value of `field`, in the shape of `RecordView.values`.
  public ValueView of(Field field, @Nullable Object value) {
    return value == null || "".equals(value) ? BLANK : present(field.type(), value);
  }

  /// True where values of the type stand at the right.
  public static boolean numeric(FieldType type) {
    return type.values() instanceof FieldType.Decimal;
  }

  private ValueView present(FieldType type, Object value) {
    if (value instanceof FormulaError error) {
      return new ValueView.Plain(words.error(error));
    }
    return switch (type) {
      case FieldType.Formula formula -> present(formula.shown(), value);
      case FieldType.Text _ -> new ValueView.Plain(value.toString());
      case FieldType.LongText _ -> new ValueView.Lines(value.toString());
      case FieldType.Number number -> figure(value, number.decimals());
      case FieldType.Currency currency -> amount(value, currency.decimals());
      case FieldType.Percent percent -> percent(value, percent.decimals());
      case FieldType.Bool _ -> flag(Boolean.TRUE.equals(value));
      case FieldType.Date _ -> day(value);
      case FieldType.DateTime _ -> instant(value);
      case FieldType.Picklist picklist -> option(picklist.optionset(), value.toString());
      case FieldType.Reference _ -> reference(value);
      case FieldType.AutoNumber _ -> new ValueView.Code(value.toString());
      case FieldType.Email _ -> new ValueView.Mail(value.toString());
      case FieldType.Phone _ -> new ValueView.Telephone(value.toString());
    };
  }

  /// An option as a pill: its label and colour in the set, else the bare code.
  public ValueView option(String set, String code) {
    OptionSet found = snapshot.optionSet(set);
    if (found != null) {
      for (OptionSet.Option option : found.values()) {
        if (option.code().equals(code)) {
          String color = option.color();
          String known = color != null && COLORS.contains(color) ? color : PLAIN_COLOR;
          return new ValueView.Pill(words.label(option.label(), code), known);
        }
      }
    }
    return new ValueView.Pill(code, PLAIN_COLOR);
  }

  private ValueView figure(Object value, int scale) {
    return value instanceof BigDecimal number
        ? new ValueView.Figure(formats.number(number, scale))
        : plain(value);
  }

  private ValueView amount(Object value, int scale) {
    return value instanceof Money money
        ? new ValueView.Figure(formats.money(money, scale))
        : plain(value);
  }

  private ValueView percent(Object value, int scale) {
    return value instanceof BigDecimal ratio
        ? new ValueView.Figure(formats.percent(ratio, scale))
        : plain(value);
  }

  private ValueView flag(boolean on) {
    return new ValueView.Flag(on, words.get(on ? "yes" : "no"));
  }

  private ValueView day(Object value) {
    return value instanceof LocalDate date
        ? new ValueView.Stamp(formats.date(date), date.toString())
        : plain(value);
  }

  private ValueView instant(Object value) {
    return value instanceof Instant at
        ? new ValueView.Stamp(formats.dateTime(at), at.toString())
        : plain(value);
  }

  private ValueView reference(Object value) {
    if (!(value instanceof Reference reference)) {
      return plain(value);
    }
    String name = reference.name();
    return new ValueView.Link(
        name == null ? words.get("no_name") : name,
        Addresses.record(reference.object(), reference.id()));
  }

  private static ValueView plain(Object value) {
    return new ValueView.Plain(value.toString());
  }
}
