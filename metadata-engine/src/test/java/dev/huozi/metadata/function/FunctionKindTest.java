package dev.huozi.metadata.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.formula.script.ScriptSettings;
import dev.huozi.formula.script.Scripts;
import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.pack.PackFormat;
import dev.huozi.platform.i18n.CompleteTexts;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FunctionKindTest {
  private static final String PATH = "functions/fee.function.yaml";

  private static final String FEE =
      """
      # yaml-language-server: $schema=../.schemas/function.schema.json
      name: fee
      label:
        zh: 手续费
        en: Fee
      language: js
      inputs:
        - name: amount
          type: number
        - name: since
          type: date
      outputs:
        - name: fee
          type: number
        - name: note
          type: text
      limits:
        ms: 5000
      source: |
        function run(input) {
          const fee = input.amount.times('0.015').round(2);

          return { fee, note: input.since === null ? null : 'since ' + input.since };
        }
      tests:
        - name: small
          input:
            amount: 100.3
          output:
            fee: 1.5
            note: ""
        - name: dated
          input:
            amount: 0
            since: 2026-01-31
          output:
            note: since 2026-01-31
      """;

  private static Scripts scripts;

  @BeforeAll
  static void open() {
    scripts =
        new Scripts(
            new ScriptSettings(1, 1, 16, Duration.ofMinutes(1), 96, Duration.ofMinutes(10)));
  }

  @AfterAll
  static void close() {
    scripts.close();
  }

  @Test
  void every_code_has_its_texts() {
    CompleteTexts.assertFor(FunctionError.values());
  }

  @Test
  void a_canonical_file_comes_back_byte_for_byte() {
    Map<String, String> files = TestModels.files(PATH, FEE);
    assertThat(new PackFormat(TestModels.KINDS).format(files)).containsEntry(PATH, FEE);
    assertThat(FunctionKind.KIND.type().cast(definition(FEE)).deterministic()).isTrue();
  }

  @Test
  void its_tests_run_when_it_is_published() {
    assertThat(tried(FEE)).isEmpty();
    assertThat(tried(FEE.replace("'0.015'", "'0.02'")))
        .singleElement()
        .satisfies(issue -> {
          assertThat(issue.code()).isEqualTo(FunctionError.FUNCTION_TEST_FAILED);
          assertThat(issue.subject()).isEqualTo("tests.small");
          assertThat(issue.parameters())
              .containsEntry("output", "fee")
              .containsEntry("expected", "1.5")
              .containsEntry("actual", "2.01");
        });
  }

  @Test
  void a_source_that_cannot_run_is_refused_with_its_place() {
    assertThat(tried(FEE.replace("const fee =", "const fee :=")))
        .singleElement()
        .satisfies(issue -> assertThat(issue.parameters()).containsEntry("line", 2));
    assertThat(tried(FEE.replace("'since ' + input.since", "nobody")))
        .singleElement()
        .satisfies(issue -> assertThat(issue.subject()).isEqualTo("tests.dated"));
    assertThat(tried(FEE.replace("function run", "function ran")))
        .singleElement()
        .satisfies(issue -> assertThat(issue.code()).hasToString("SCRIPT_NO_RUN"));
  }

  @Test
  void everything_wrong_is_reported_at_once() {
    String wrong =
        FEE.replace("type: text", "type: varchar")
            .replace("name: since", "name: amount")
            .replace("ms: 5000", "ms: 60000")
            .replace("amount: 0", "amount: zero");
    Issues issues = new Issues();
    FunctionKind.KIND.check((Function) definition(wrong), Model.EMPTY, issues);
    assertThat(issues.list().stream().map(Issue::code).map(Object::toString))
        .containsExactlyInAnyOrder(
            "FUNCTION_TYPE",
            "ITEM_DUPLICATE",
            "FUNCTION_LIMIT",
            "FUNCTION_VALUE",
            "FUNCTION_PARAMETER");
  }

  @Test
  void only_javascript_is_known() {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class,
            () -> TestModels.pack(PATH, FEE.replace("language: js", "language: python")));
    assertThat(TestModels.lines(problem)).singleElement().asString().contains("VALUE_CHOICE");
  }

  private static List<Issue> tried(String yaml) {
    Issues issues = new Issues();
    new FunctionKind(scripts).tryOut(1, (Function) definition(yaml), issues);
    return issues.list();
  }

  private static Object definition(String yaml) {
    List<MetadataChange.Put> components = TestModels.pack(PATH, yaml).components();
    return components.getFirst().definition();
  }
}
