package dev.huozi.metadata.field;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The type of a field with what only that type needs. Closed set; more of domain.md's 31 types
/// join with their first consumer. Record components are the keys in the pack file, beside the keys
/// of `Field`.
public sealed interface FieldType {
  int DEFAULT_PRECISION = 18;
  int DEFAULT_SCALE = 2;

  /// The type's word in packs, API and designer, for example `picklist`.
  String id();

  /// Whether the system alone gives the values, so that nobody may send one.
  default boolean isGiven() {
    return this instanceof AutoNumber || this instanceof Formula;
  }

  /// Whether the values are computed whenever they are asked for and stand in no column.
  default boolean isVirtual() {
    return this instanceof Formula formula && !formula.stored();
  }

  /// How many columns hold the values.
  static int columns(FieldType type) {
    return switch (type) {
      case PolyLookup lookup -> lookup.targets().size();
      case Formula formula -> formula.stored() ? 2 : 0;
      case Plain _, Reference _ -> 1;
    };
  }

  /// The type that the values have: of a formula that of its results.
  default FieldType values() {
    return this instanceof Formula formula ? formula.shown() : this;
  }

  /// All types by their word.
  static Map<String, Class<? extends FieldType>> byId() {
    return FieldTypeWords.BY_ID;
  }

  /// A type whose values stand for themselves. With `Reference` it divides the types in two.
  sealed interface Plain extends FieldType
      permits Text,
          LongText,
          Decimal,
          Bool,
          Date,
          DateTime,
          Picklist,
          AutoNumber,
          Email,
          Phone,
          Formula {}

  /// An exact decimal.
  sealed interface Decimal extends Plain permits Number, Currency, Percent {
    /// Digits in all.
    int digits();

    /// Digits after the point.
    int decimals();
  }

  /// A type whose values are other records.
  sealed interface Reference extends FieldType permits Lookup, PolyLookup, MasterDetail, User {
    /// The objects that it may point at, in order.
    List<String> targets();

    /// The one object that it points at; null for a polylookup.
    @Nullable String target();
  }

  /// One line of text, at most `maxLength` code points (default 255).
  record Text(@Nullable Integer maxLength) implements Plain {
    public static final int DEFAULT_LENGTH = 255;

    @Override
    public String id() {
      return "text";
    }

    public int length() {
      return maxLength == null ? DEFAULT_LENGTH : maxLength;
    }
  }

  /// Several lines of plain text, to 32,000 code points.
  record LongText() implements Plain {
    public static final int LENGTH = 32_000;

    @Override
    public String id() {
      return "longtext";
    }
  }

  /// Exact decimal with `precision` digits in all, `scale` of them after the point (default 18, 2).
  record Number(@Nullable Integer precision, @Nullable Integer scale) implements Decimal {
    @Override
    public int digits() {
      return precision == null ? DEFAULT_PRECISION : precision;
    }

    @Override
    public int decimals() {
      return scale == null ? DEFAULT_SCALE : scale;
    }

    @Override
    public String id() {
      return "number";
    }
  }

  /// Exact amount in the record's currency (default 18, 2).
  record Currency(@Nullable Integer precision, @Nullable Integer scale) implements Decimal {
    @Override
    public int digits() {
      return precision == null ? DEFAULT_PRECISION : precision;
    }

    @Override
    public int decimals() {
      return scale == null ? DEFAULT_SCALE : scale;
    }

    @Override
    public String id() {
      return "currency";
    }
  }

  /// A ratio, shown times 100: 12.5 % is 0.125. `scale` counts the digits of the ratio (default 4).
  record Percent(@Nullable Integer scale) implements Decimal {
    public static final int DEFAULT_PERCENT_SCALE = 4;

    @Override
    public int digits() {
      return DEFAULT_PRECISION;
    }

    @Override
    public int decimals() {
      return scale == null ? DEFAULT_PERCENT_SCALE : scale;
    }

    @Override
    public String id() {
      return "percent";
    }
  }

  /// Yes or no; never blank.
  record Bool() implements Plain {
    @Override
    public String id() {
      return "boolean";
    }
  }

  /// A day without a zone.
  record Date() implements Plain {
    @Override
    public String id() {
      return "date";
    }
  }

  /// An instant, stored in UTC.
  record DateTime() implements Plain {
    @Override
    public String id() {
      return "datetime";
    }
  }

  /// One code of an option set.
  ///
  /// @param optionset name of the set
  /// @param controlledBy API name of the picklist in the same object whose value limits this one,
  ///   through the set's `dependsOn`; null when free
  record Picklist(String optionset, @Nullable String controlledBy) implements Plain {
    @Override
    public String id() {
      return "picklist";
    }
  }

  /// A reference to one record of another object. `onDelete` says what happens here when it goes.
  record Lookup(String target, @Nullable OnDelete onDelete) implements Reference {
    /// `restrict` unless the definition says otherwise.
    public OnDelete whenTargetGoes() {
      return onDelete == null ? OnDelete.restrict : onDelete;
    }

    @Override
    public List<String> targets() {
      return List.of(target());
    }

    @Override
    public String id() {
      return "lookup";
    }
  }

  /// A reference to one record of one of several objects.
  record PolyLookup(List<String> targets) implements Reference {
    public PolyLookup {
      targets = List.copyOf(targets);
    }

    @Override
    public @Nullable String target() {
      return null;
    }

    @Override
    public String id() {
      return "polylookup";
    }
  }

  /// Belongs to a parent record and goes with it.
  record MasterDetail(String target) implements Reference {
    @Override
    public List<String> targets() {
      return List.of(target());
    }

    @Override
    public String id() {
      return "masterdetail";
    }
  }

  /// A person of the tenant: a lookup to the system object `user`.
  record User() implements Reference {
    /// The object that people are records of.
    public static final String OBJECT = "user";

    @Override
    public String target() {
      return OBJECT;
    }

    @Override
    public List<String> targets() {
      return List.of(target());
    }

    @Override
    public String id() {
      return "user";
    }
  }

  /// A running number by a pattern: text, `{yyyy} {yy} {MM} {dd}` and one run of zeros in braces,
  /// `VS-{yyyyMMdd}-{0000}`. The number starts anew whenever the date part changes.
  record AutoNumber(String pattern) implements Plain {
    @Override
    public String id() {
      return "autonumber";
    }
  }

  /// An e-mail address.
  record Email() implements Plain {
    @Override
    public String id() {
      return "email";
    }
  }

  /// A telephone number, as typed but for blanks.
  record Phone() implements Plain {
    @Override
    public String id() {
      return "phone";
    }
  }

  /// A value computed from other fields of the record and of records that it refers to.
  ///
  /// @param expr the formula
  /// @param result type of the values: `text`, `number`, `currency`, `percent`, `boolean`, `date`
  ///   or `datetime`
  /// @param precision digits in all of a number or an amount (default 18)
  /// @param scale digits after the point, to which results are rounded (default as of the type)
  /// @param blanks what a blank number counts as in the formula: `zero` unless said otherwise
  /// @param stored whether the value stands in a column (with its error in another), computed when
  ///   a record or one that it refers to is written
  record Formula(
      String expr,
      String result,
      @Nullable Integer precision,
      @Nullable Integer scale,
      @Nullable Blanks blanks,
      boolean stored)
      implements Plain {
    /// Whether the value stands in a column, so that an index can hold it.
    public boolean isStored() {
      return stored;
    }

    /// The types that a formula may yield.
    public static final List<String> RESULTS =
        List.of("text", "number", "currency", "percent", "boolean", "date", "datetime");

    /// The type of the values; text where the word for it is none.
    public FieldType shown() {
      return switch (result) {
        case "number" -> new Number(precision, scale);
        case "currency" -> new Currency(precision, scale);
        case "percent" -> new Percent(scale);
        case "boolean" -> new Bool();
        case "date" -> new Date();
        case "datetime" -> new DateTime();
        default -> new Text(null);
      };
    }

    @Override
    public String id() {
      return "formula";
    }
  }

  /// What a blank number is to a formula.
  enum Blanks {
    /// It counts as 0.
    zero,
    /// It stays blank, and so does what is computed with it.
    blank
  }

  /// What happens to a reference when its target is deleted.
  enum OnDelete {
    /// The target cannot be deleted.
    restrict,
    /// The reference is emptied.
    clear
  }
}
