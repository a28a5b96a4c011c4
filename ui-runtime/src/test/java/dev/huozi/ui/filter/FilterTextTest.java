package dev.huozi.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import dev.huozi.record.sql.FormulaFilterCompiler;
import dev.huozi.ui.testing.SampleModel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FilterTextTest {
  private static final MetadataSnapshot SNAPSHOT = SampleModel.snapshot();
  private static final ObjectModel THING = Objects.requireNonNull(SNAPSHOT.object("thing"));
  private static final ObjectScope SCOPE = ObjectScope.of(THING, SNAPSHOT);
  private final FilterText text = new FilterText(fields());

  static FilterFields fields() {
    return new FilterFields(SCOPE, Locale.CHINESE);
  }

  @Test
  void everyOperatorOfEveryFieldPrintsAFilterAndIsReadBack() {
    int rows = 0;
    for (FilterField field : fields().all()) {
      for (Operator operator : Operator.of(field.type())) {
        for (Operand operand : operands(field, operator)) {
          FilterNode.Group group =
              new FilterNode.Group(
                  FilterNode.Joint.AND,
                  List.of(new FilterNode.Row(field.path(), operator, operand)));
          String printed = text.print(group);
          assertThat(text.read(printed)).as(printed).isEqualTo(group);
          Issues issues = new Issues();
          assertThat(new FormulaFilterCompiler().compile(printed, THING, SNAPSHOT, issues))
              .as("%s: %s", printed, issues)
              .isNotNull();
          rows++;
        }
      }
    }
    assertThat(rows).isGreaterThan(150);
  }

  private static List<Operand> operands(FilterField field, Operator operator) {
    return switch (operator.takes()) {
      case NOTHING -> List.of(Operand.NONE);
      case SEVERAL -> List.of(Operand.of("RED"), Operand.of(List.of("RED", "OLD")));
      case DAYS -> List.of(Operand.of("7"));
      case DAY ->
          List.of(
              new Operand(List.of(), Operand.Day.TODAY),
              new Operand(List.of("3"), Operand.Day.AGO),
              new Operand(List.of("3"), Operand.Day.AHEAD),
              Operand.of("2026-02-09"));
      case ONE ->
          switch (field.type().family()) {
            case NUMERIC -> List.of(Operand.of("0.5"), Operand.of("-12"));
            case REFERENCE -> List.of(Operand.of("0199c0de-0000-7000-8000-000000000001"));
            case TEXT, BOOLEAN, DATE, DATETIME, TIME, PICKLIST, MULTIPICKLIST, GEO, NULL ->
                List.of(Operand.of("a \"b\" \\ 盒马"), Operand.of("TODAY() and x"));
          };
    };
  }

  @Test
  void groupsKeepTheirPlaceAndTheirParentheses() {
    for (String filter :
        List.of(
            "amount > 1 and (colour in (\"RED\") or good = true) and day <= $Today",
            "amount > 1 or (good = true and owner = $User)",
            "(day >= $Today - 7 and day <= $Today) or good = false",
            "day >= $Today - 7 and day <= $Today and good = false",
            "parent.amount >= 10 and not ISBLANK(parent.name)")) {
      FilterNode.Group read = text.read(filter);
      assertThat(read).as(filter).isNotNull();
      assertThat(text.print(Objects.requireNonNull(read))).isEqualTo(filter);
    }
  }

  @Test
  void otherSpellingsOfTheSameAreReadToo() {
    assertReads("[数量] > 1 && colour = \"RED\"", "amount > 1 and colour in (\"RED\")");
    assertReads("包含(名称, \"x\")", "CONTAINS(name, \"x\")");
    assertReads("AND(good, NOT(ISBLANK(note)))", "good = true and not ISBLANK(note)");
    assertReads("day = TODAY()", "day = $Today");
    assertReads("", "");
  }

  @Test
  void whatHasNoSuchShapeStaysText() {
    for (String filter :
        List.of(
            "amount * 2 > 3",
            "LEN(name) > 3",
            "amount > price",
            "amount > 1 and (good or (note = \"x\" and (good or amount = 2)))",
            "parent.parent.amount > 1",
            "amount > 1 /* because */",
            "nonsense = 1",
            "amount >")) {
      assertThat(text.read(filter)).as(filter).isNull();
    }
  }

  private void assertReads(String filter, String printed) {
    FilterNode.Group read = text.read(filter);
    assertThat(read).as(filter).isNotNull();
    assertThat(text.print(Objects.requireNonNull(read))).isEqualTo(printed);
  }
}
