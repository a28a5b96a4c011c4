package dev.huozi.metadata.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is refused of formula fields before anybody sees them.
@Tag("fast")
class FormulaFieldCheckTest {
  private static @Nullable ProblemException problem(String line, String order) {
    return catchThrowableOfType(
        ProblemException.class,
        () ->
            TestModels.snapshot(
                "objects/line.object.yaml",
                "name: line\nnameField: name\nfields:\n  - {name: name, type: text}\n"
                    + "  - {name: qty, type: number}\n  - {name: order, type: lookup, target: order}\n"
                    + line,
                "objects/order.object.yaml",
                "name: order\nnameField: name\nfields:\n  - {name: name, type: text}\n"
                    + "  - {name: first, type: lookup, target: line}\n"
                    + order));
  }

  private static List<String> problems(String line, String order) {
    ProblemException problem = problem(line, order);
    return problem == null ? List.of() : TestModels.lines(problem);
  }

  private static String field(String name, String rest) {
    return "  - {name: " + name + ", type: formula, " + rest + "}\n";
  }

  @Test
  void a_chain_over_objects_is_allowed() {
    assertThat(
            problems(
                field("a", "result: number, expr: order.b + 1"),
                field("b", "result: number, expr: first.qty * 2")))
        .isEmpty();
  }

  @Test
  void a_circle_through_two_objects_is_named() {
    ProblemException problem =
        problem(
            field("a", "result: number, expr: order.b + 1"),
            field("b", "result: number, expr: first.a * 2"));
    assertThat(problem).isNotNull();
    assertThat(problem.issues())
        .singleElement()
        .satisfies(issue ->
            assertThat(issue.parameters()).containsEntry("path", "line.a → order.b → line.a"));
    assertThat(TestModels.lines(problem))
        .containsExactly("FORMULA_CYCLE [object line fields.a.expr]");
  }

  @Test
  void the_result_has_to_be_of_the_declared_type() {
    assertThat(problems(field("a", "result: date, expr: qty + 1"), ""))
        .singleElement()
        .asString()
        .contains("fields.a.expr");
    assertThat(problems(field("a", "result: money, expr: qty + 1"), ""))
        .singleElement()
        .asString()
        .contains("FORMULA_RESULT", "fields.a.result");
    assertThat(problems(field("a", "result: number, scale: 40, expr: qty"), ""))
        .singleElement()
        .asString()
        .contains("NUMBER_SCALE");
  }

  @Test
  void nobody_gives_it_a_value() {
    assertThat(
            problems(
                field(
                    "a",
                    "result: number, expr: qty, required: true, unique: true, defaultValue: 5"),
                ""))
        .anyMatch(line -> line.contains("REQUIRED_NOT_ALLOWED"))
        .anyMatch(line -> line.contains("UNIQUE_NOT_ALLOWED"))
        .anyMatch(line -> line.contains("DEFAULT_NOT_ALLOWED"));
  }

  @Test
  void what_changes_by_itself_or_has_no_sql_is_not_stored_and_only_what_is_stored_has_an_index() {
    assertThat(
            problems(
                field("a", "result: number, expr: b + 1, stored: true")
                    + field("b", "result: number, expr: '$Today - DATE(2024, 1, 1)'"),
                ""))
        .containsExactly("FORMULA_STORED_VOLATILE [object line fields.a.stored]");
    assertThat(
            problems(field("a", "result: boolean, expr: 'REGEX(name, \"a\")', stored: true"), ""))
        .containsExactly("FORMULA_STORED_NOT_SQL [object line fields.a.stored]");
    assertThat(
            problems(
                field("a", "result: number, expr: qty")
                    + field("b", "result: number, expr: qty, stored: true")
                    + "indexes: [[a], [b]]\n",
                ""))
        .singleElement()
        .asString()
        .contains("KEY_FIELD", "indexes.0");
  }
}
