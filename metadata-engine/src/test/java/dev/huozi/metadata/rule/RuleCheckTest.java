package dev.huozi.metadata.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class RuleCheckTest {
  private static final String VISIT =
      """
      name: visit
      nameField: name
      fields:
        - {name: name, type: text, required: true}
        - {name: status, type: picklist, optionset: status}
        - {name: amount, type: number}
        - {name: discount, type: number}
        - {name: note, type: text, required: 'status = "done"'}
        - {name: place, type: lookup, target: place}
        - {name: address, type: text, readOnly: NOT(ISNEW()), defaultFormula: place.address}
        - {name: no, type: autonumber, pattern: "V-{0000}"}
      """;

  private static String[] files(String... rules) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "objects/visit.object.yaml",
                VISIT,
                "objects/place.object.yaml",
                "name: place\nnameField: name\nfields: [{name: name, type: text}, {name: address,"
                    + " type: text}]\n",
                "optionsets/status.optionset.yaml",
                "name: status\nvalues: [{code: open}, {code: done}]\n"));
    for (int i = 0; i < rules.length; i++) {
      all.add("rules/r" + i + ".rule.yaml");
      all.add(
          rules[i].startsWith("{")
              ? "{name: r" + i + ", object: visit, " + rules[i].substring(1)
              : "name: r" + i + "\nobject: visit\n" + rules[i]);
    }
    return all.toArray(String[]::new);
  }

  private static List<String> problems(String... rules) {
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> TestModels.snapshot(files(rules)));
    assertThat(problem).as("a problem").isNotNull();
    return TestModels.lines(problem);
  }

  @Test
  void conditions_and_formulas_stand_in_the_model() {
    var model =
        TestModels.snapshot(
            files(
                "when: ISBLANK(place.address)\nlevel: block\nmessage: {zh: 无地址}\nfields: [place]\n",
                "level: set\nsets: {discount: 0, note: UPPER(note)}\n"));
    List<Field> fields = Objects.requireNonNull(model.find(ObjectKind.KIND, "visit")).fields();
    assertThat(fields.getFirst().required()).isEqualTo(Condition.ALWAYS);
    assertThat(fields.get(4).required().formula()).isEqualTo("status = \"done\"");
    assertThat(fields.get(6).defaultFormula()).isEqualTo("place.address");
    assertThat(Objects.requireNonNull(model.find(RuleKind.KIND, "r1")).sets())
        .containsEntry("discount", "0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level: block, message: {zh: x} | RULE_WHEN_MISSING [rule r0]
          level: warn, when: amount > 1 | RULE_MESSAGE_MISSING [rule r0]
          level: set | RULE_SETS_MISSING [rule r0]
          level: set, sets: {amout: 1} | FIELD_MISSING [rule r0 sets.amout]
          level: set, sets: {no: "1"} | RULE_SETS_FIELD [rule r0 sets.no]
          level: set, sets: {amount: name} | FORMULA_RESULT_TYPE [rule r0 sets.amount]
          level: set, sets: {status: '"finished"'} | OPTION_UNKNOWN [rule r0 sets.status]
          level: set, sets: {status: amount} | FORMULA_NO_CODE [rule r0 sets.status]
          level: block, message: {zh: x}, when: amount | FORMULA_RESULT_TYPE [rule r0 when]
          level: block, message: {zh: x}, when: 1 = 1 | RULE_ALWAYS [rule r0 when]
          level: block, message: {zh: x}, when: amount > 5 OR NOT(ISNEW()) OR ISNEW() | RULE_ALWAYS [rule r0 when]
          level: block, message: {zh: x}, when: amount > 5 && amount < 3 | RULE_NEVER [rule r0 when]
          level: warn, message: {zh: x}, when: 'status = "open" && status = "done"' | RULE_NEVER [rule r0 when]
          level: warn, message: {zh: x}, when: ISBLANK(name) | RULE_NEVER [rule r0 when]
          level: warn, message: {zh: x}, when: amount > 1, fields: [nme] | FIELD_MISSING [rule r0 fields.0]
          level: warn, message: {zh: x}, when: amount > 1, sets: {amount: 1} | RULE_SETS_LEVEL [rule r0 sets]
          """)
  void a_rule_that_makes_no_sense_is_refused(String rule, String problem) {
    assertThat(problems("{" + rule.replace(" OR ", " || ") + "}\n")).contains(problem);
  }

  @Test
  void values_that_depend_on_each_other_are_refused_with_the_circle() {
    assertThat(
            problems(
                "level: set\nsets: {amount: discount + 1}\n",
                "level: set\nwhen: amount > 3\nsets: {discount: '5'}\n"))
        .containsExactly("VALUE_CYCLE [rule r0 sets]", "VALUE_CYCLE [rule r1 sets]");
  }
}
