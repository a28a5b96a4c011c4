package dev.huozi.metadata.schema;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.platform.sql.SqlFragment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The PostgreSQL type of a column.
///
/// @param precision digits of a numeric, 0 for other types
/// @param scale of a numeric, 0 for other types
public record ColumnType(Base base, int precision, int scale) {
  static final ColumnType TEXT = plain(Base.TEXT);
  private static final Pattern NUMERIC = Pattern.compile("numeric\\(([0-9]+),([0-9]+)\\)");

  /// The types in use.
  public enum Base {
    TEXT("text"),
    NUMERIC("numeric"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIMESTAMPTZ("timestamptz"),
    UUID("uuid");

    private final String word;

    Base(String word) {
      this.word = word;
    }
  }

  private static ColumnType plain(Base base) {
    return new ColumnType(base, 0, 0);
  }

  private static ColumnType numeric(int precision, int scale) {
    return new ColumnType(Base.NUMERIC, precision, scale);
  }

  /// The type of a field's column, or of each of its columns.
  public static ColumnType of(FieldType type) {
    return switch (type) {
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.Picklist _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _ ->
          plain(Base.TEXT);
      case FieldType.Formula formula -> of(formula.shown());
      case FieldType.Decimal decimal -> numeric(decimal.digits(), decimal.decimals());
      case FieldType.Bool _ -> plain(Base.BOOLEAN);
      case FieldType.Date _ -> plain(Base.DATE);
      case FieldType.DateTime _ -> plain(Base.TIMESTAMPTZ);
      case FieldType.Reference _ -> plain(Base.UUID);
    };
  }

  /// Reads what `toString` wrote.
  public static ColumnType parse(String text) {
    Matcher numeric = NUMERIC.matcher(text);
    if (numeric.matches()) {
      return numeric(Integer.parseInt(numeric.group(1)), Integer.parseInt(numeric.group(2)));
    }
    for (Base base : Base.values()) {
      if (base != Base.NUMERIC && base.word.equals(text)) {
        return plain(base);
      }
    }
    throw new IllegalArgumentException("There is no column type (%s).".formatted(text));
  }

  /// Whether every value of this type is one of `wider`, so that PostgreSQL need not touch the
  /// rows.
  boolean widensTo(ColumnType wider) {
    return base == wider.base && scale == wider.scale && precision <= wider.precision;
  }

  SqlFragment sql() {
    return switch (base) {
      case TEXT -> SqlFragment.of("text");
      case NUMERIC ->
          SqlFragment.of("numeric(")
              .then(SqlFragment.number(precision))
              .then(",")
              .then(SqlFragment.number(scale))
              .then(")");
      case BOOLEAN -> SqlFragment.of("boolean");
      case DATE -> SqlFragment.of("date");
      case TIMESTAMPTZ -> SqlFragment.of("timestamptz");
      case UUID -> SqlFragment.of("uuid");
    };
  }

  @Override
  public String toString() {
    return base == Base.NUMERIC ? "numeric(" + precision + "," + scale + ")" : base.word;
  }
}
