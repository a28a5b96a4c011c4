package dev.huozi.formula.function;

import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the reference of functions as Markdown.
final class FunctionReference {
  private static final Map<FunctionGroup, String> TITLES =
      Map.of(
          FunctionGroup.LOGIC, "Logic 逻辑",
          FunctionGroup.MATH, "Math 数学",
          FunctionGroup.TEXT, "Text 文本",
          FunctionGroup.DATE, "Date and time 日期与时间",
          FunctionGroup.CALENDAR, "Working calendar 工作日历",
          FunctionGroup.PICKLIST, "Picklists 选项",
          FunctionGroup.GEO, "Places 位置",
          FunctionGroup.RULE, "In rules only 仅用于规则");

  private static final String INTRODUCTION =
      """
      # Functions 函数

      Generated from the classes of `dev.huozi.formula.function` by `FunctionReferenceTest`; do not edit.
      Every example is executed by `FunctionExamplesTest`, in both blank modes, at 2024-05-15 08:30 UTC with the calendar
      `cn`, on a record with `amount` 120 (100 before the write), `status` open and `channels` web and store.

      Names do not depend on case; the Chinese names mean the same. *Blank* says what a blank argument does: **blank** the
      result is blank; **own** the function has a rule of its own, given in its description. In the mode "blank = 0" a blank
      number field has become 0 before any function sees it. An error is shown as `#ERROR KIND`.

      | type | what |
      | --- | --- |
      | number | number, currency or percent (a ratio) |
      | text, boolean, date, datetime, time, picklist, multipicklist, geo | as they say; a picklist is its code |
      | any | any one type |
      | field | the name of a field of the record |
      | 'a' \\| 'b' | one of these texts, written as it stands |
      | … | the last argument may be repeated |
      """;

  private FunctionReference() {}

  static String of(Collection<FormulaFunction> functions) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (FunctionGroup group : FunctionGroup.values()) {
      List<FormulaFunction> own = functions.stream().filter(each -> each.group() == group).toList();
      page.append("\n## ").append(TITLES.get(group)).append("\n\n");
      page.append(
          own.stream()
              .map(each -> "[%s](#%s)".formatted(each.name(), anchor(each)))
              .collect(Collectors.joining(" · ")));
      page.append('\n');
      own.forEach(each -> append(page, each));
    }
    return page.toString();
  }

  private static String anchor(FormulaFunction function) {
    return function.name().toLowerCase(Locale.ROOT);
  }

  private static void append(StringBuilder page, FormulaFunction function) {
    page.append("\n### ").append(function.name()).append("\n\n");
    page.append(function.aliases().stream().map("`%s`"::formatted).collect(Collectors.joining(" ")))
        .append("\n\n");
    for (Signature signature : function.signatures()) {
      page.append("- `")
          .append(usage(function, signature))
          .append("` → ")
          .append(result(signature));
      page.append("; blank: ").append(blanks(function, signature)).append('\n');
    }
    page.append('\n').append(function.help().find(Locale.ENGLISH)).append("  \n");
    page.append(function.help().find(Locale.CHINESE)).append('\n');
    if (function.volatility() != Volatility.IMMUTABLE) {
      page.append("\nDepends on the ").append(dependence(function.volatility())).append(".\n");
    }
    LocalizedText reason = SqlTranslator.reasonAgainst(function);
    if (reason != null) {
      page.append("\nNot in SQL: ").append(reason.find(Locale.ENGLISH)).append('\n');
    }
    if (!function.examples().isEmpty()) {
      page.append("\n| formula | shows |\n| --- | --- |\n");
      for (Example example : function.examples()) {
        page.append("| ")
            .append(code(example.formula()))
            .append(" | ")
            .append(code(example.result()))
            .append(" |\n");
      }
    }
  }

  private static String usage(FormulaFunction function, Signature signature) {
    String repeated = signature.repeats() == Signature.Repeat.ONCE ? "" : ", …";
    return signature.parameters().stream()
        .map(parameter -> parameter.name() + ": " + type(parameter))
        .collect(Collectors.joining(", ", function.name() + "(", repeated + ")"));
  }

  private static String type(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT_LITERAL ->
          parameter.literals().isEmpty()
              ? "'…'"
              : parameter.literals().stream()
                  .map("'%s'"::formatted)
                  .collect(Collectors.joining(" \\| "));
      default -> parameter.type().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String result(Signature signature) {
    List<FormulaType> types =
        signature.parameters().stream().map(each -> sample(each.type())).toList();
    FormulaType type =
        types.isEmpty() ? signature.result().of(List.of()) : signature.result().of(types);
    boolean open = signature.parameters().stream().anyMatch(each -> each.type().family() == null);
    if (open && signature.result() != ResultType.BOOLEAN && signature.result() != ResultType.TEXT) {
      return "the type of its values";
    }
    return type.isNumeric() ? "number" : type.toString().toLowerCase(Locale.ROOT);
  }

  private static FormulaType sample(ParameterType parameter) {
    Family family = parameter.family();
    if (family == null) {
      return FormulaType.NUMBER;
    }
    return switch (family) {
      case NUMERIC, NULL, REFERENCE -> FormulaType.NUMBER;
      case TEXT -> FormulaType.TEXT;
      case BOOLEAN -> FormulaType.BOOLEAN;
      case DATE -> FormulaType.DATE;
      case DATETIME -> FormulaType.DATETIME;
      case TIME -> FormulaType.TIME;
      case PICKLIST -> new FormulaType.Picklist("", List.of());
      case MULTIPICKLIST -> new FormulaType.MultiPicklist("", List.of());
      case GEO -> FormulaType.GEO;
    };
  }

  private static String blanks(FormulaFunction function, Signature signature) {
    boolean blank =
        function.form() == SpecialForm.NONE && signature.blanks() == BlankRule.PROPAGATE;
    return signature.parameters().isEmpty() ? "–" : blank ? "blank" : "own";
  }

  private static String dependence(Volatility volatility) {
    return switch (volatility) {
      case IMMUTABLE -> "arguments only";
      case ZONE ->
          "zone, for datetimes: the tenant's for what is stored, the user's for what is shown";
      case STABLE -> "tenant's data";
      case CLOCK -> "clock: never stored, indexed or sorted by";
    };
  }

  private static String code(String text) {
    return text.isEmpty() ? "*blank*" : "`" + text.replace("\n", "↵").replace("|", "\\|") + "`";
  }
}
