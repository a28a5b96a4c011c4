package dev.huozi.record.query;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.platform.problem.Issues;
import dev.huozi.record.RecordError;
import dev.huozi.record.SummaryQuery;
import dev.huozi.record.SummaryQuery.Function;
import java.util.Locale;

/// What can be summed and grouped, and how much at once.
final class SummaryChecks {
  private SummaryChecks() {}

  static void sizes(SummaryQuery query) {
    Issues issues = new Issues();
    over("group", query.groups().size(), SummaryQuery.MOST_GROUPS, issues);
    over("measure", query.measures().size(), SummaryQuery.MOST_MEASURES, issues);
    QueryChecks.throwIfAny(issues);
  }

  private static void over(String subject, int actual, int maximum, Issues issues) {
    if (actual > maximum) {
      issues.error(
          RecordError.RECORD_TOO_MANY_FIELDS, subject, "actual", actual, "maximum", maximum);
    }
  }

  static void group(FieldRef field, Issues issues) {
    if (field.field().field().type() instanceof FieldType.LongText) {
      refuse("group", field, issues);
    }
  }

  static void figure(Function function, FieldRef field, Issues issues) {
    if (!isPossible(function, field.field().field().type())) {
      refuse(function.name().toLowerCase(Locale.ROOT), field, issues);
    }
  }

  private static boolean isPossible(Function function, FieldType type) {
    return switch (type) {
      case FieldType.Formula formula -> isPossible(function, formula.shown());
      case FieldType.Decimal _ -> true;
      case FieldType.Date _, FieldType.DateTime _ -> function != Function.SUM;
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.Bool _,
          FieldType.Picklist _,
          FieldType.Reference _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _ ->
          false;
    };
  }

  private static void refuse(String function, FieldRef field, Issues issues) {
    issues.error(
        RecordError.RECORD_SUMMARY_UNSUPPORTED,
        field.name(),
        "function",
        function,
        "field",
        field.name(),
        "type",
        field.field().field().type().id());
  }
}
