package dev.huozi.metadata.schema;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.field.TypeFit;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which stored values of a field would not do under its new type: the condition of a dry run.
final class Misfit {
  private static final SqlFragment DATE =
      SqlFragment.of("'^\\s*[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
  private static final SqlFragment DATE_END = SqlFragment.of("\\s*$'");
  private static final SqlFragment TIME_END =
      SqlFragment.of(
          "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6}){0,1}){0,1}(Z|[+-][01][0-9]:[0-5][0-9])\\s*$'");

  private final SqlFragment column;

  private Misfit(SqlIdentifier column) {
    this.column = SqlFragment.identifier(column);
  }

  /// Null when every value will do.
  ///
  /// @param model where the option sets of the new type are
  static @Nullable SqlFragment condition(
      SqlIdentifier column, FieldType before, FieldType after, ModelView model) {
    if (TypeFit.of(before, after) != TypeFit.CHECKED) {
      return null;
    }
    Misfit misfit = new Misfit(column);
    SqlFragment fits = misfit.fits(before, after, model);
    return fits == null ? null : misfit.column.then(" is not null and not (").then(fits).then(")");
  }

  private @Nullable SqlFragment fits(FieldType before, FieldType after, ModelView model) {
    return switch (after) {
      case FieldType.Text text -> length(before, text.length());
      case FieldType.LongText _ -> length(before, FieldType.LongText.LENGTH);
      case FieldType.Decimal decimal -> digits(before, decimal.digits(), decimal.decimals());
      case FieldType.Picklist picklist -> codes(picklist, model);
      case FieldType.Date _ -> date(DATE.then(DATE_END));
      case FieldType.DateTime _ -> date(DATE.then(TIME_END));
      case FieldType.Bool _,
          FieldType.Reference _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _,
          FieldType.Formula _ ->
          null;
    };
  }

  private SqlFragment length(FieldType before, int length) {
    SqlFragment text = new Conversion(ColumnType.of(before), ColumnType.TEXT).value(column);
    return SqlFragment.of("char_length(").then(text).then(") <= ").then(SqlFragment.number(length));
  }

  private SqlFragment digits(FieldType before, int digits, int decimals) {
    SqlFragment whole = SqlFragment.number(digits - decimals);
    SqlFragment places = SqlFragment.number(decimals);
    if (ColumnType.of(before).base() == ColumnType.Base.NUMERIC) {
      return number(column, whole, places);
    }
    SqlFragment value = SqlFragment.of("btrim(").then(column).then(")::numeric");
    return SqlFragment.of("case when ")
        .then(column)
        .then(" ~ '^\\s*[+-]{0,1}[0-9]{1,60}(\\.[0-9]{1,60}){0,1}\\s*$' then ")
        .then(number(value, whole, places))
        .then(" else false end");
  }

  private static SqlFragment number(SqlFragment value, SqlFragment whole, SqlFragment places) {
    return SqlFragment.of("abs(")
        .then(value)
        .then(") < 10::numeric ^ ")
        .then(whole)
        .then(" and round(")
        .then(value)
        .then(", ")
        .then(places)
        .then(") = ")
        .then(value);
  }

  private SqlFragment codes(FieldType.Picklist picklist, ModelView model) {
    OptionSet set = model.find(OptionSetKind.KIND, picklist.optionset());
    return column.then(
        " = any(?)",
        new SqlArray(
            "text",
            set == null ? List.of() : set.values().stream().map(OptionSet.Option::code).toList()));
  }

  /// The pattern says how it looks; the day must be one that the month has.
  private SqlFragment date(SqlFragment pattern) {
    return SqlFragment.of("case when ")
        .then(column)
        .then(" ~ ")
        .then(pattern)
        .then(" then substr(btrim(")
        .then(column)
        .then("), 9, 2)::int <= extract(day from date_trunc('month', (substr(btrim(")
        .then(column)
        .then("), 1, 8) || '01')::date) + interval '1 month - 1 day') and substr(btrim(")
        .then(column)
        .then("), 1, 4) <> '0000' else false end");
  }
}
