package dev.huozi.metadata.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.pack.PackFormat;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.i18n.CompleteTexts;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.record.action.RecordActions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ActionKindTest {
  private static final String PATH = "actions/calculate_fee.action.yaml";

  private static final String DEAL =
      """
      name: deal
      nameField: name
      fields:
        - {name: name, type: text}
        - {name: amount, type: currency}
        - {name: fee, type: number}
        - {name: no, type: autonumber, pattern: "D-{0000}"}
      """;

  private static final String FEE =
      """
      name: fee
      language: js
      inputs:
        - {name: amount, type: number}
      outputs:
        - {name: fee, type: number}
        - {name: note, type: text}
      source: "function run() { return {}; }"
      """;

  private static final String ACTION =
      """
      # yaml-language-server: $schema=../.schemas/action.schema.json
      name: calculate_fee
      label:
        zh: 计算手续费
        en: Calculate the fee
      object: deal
      steps:
        - type: runFunction
          function: fee
          inputs:
            amount: amount
          outputs:
            fee: fee
      """;

  @Test
  void every_code_has_its_texts() {
    CompleteTexts.assertFor(ActionError.values());
  }

  @Test
  void a_canonical_file_comes_back_byte_for_byte() {
    assertThat(new PackFormat(TestModels.KINDS).format(files(ACTION))).containsEntry(PATH, ACTION);
  }

  @Test
  void an_action_is_found_by_its_object_and_says_what_it_needs() {
    MetadataSnapshot snapshot = snapshot(ACTION);
    assertThat(RecordActions.of(snapshot, "Deal")).hasSize(1);
    Action action = RecordActions.of(snapshot, "deal").getFirst();
    assertThat(ActionKind.KIND.references(action).stream().map(one -> one.to().toString()))
        .containsExactly("object deal", "function fee");
    assertThat(
            ActionKind.KIND.fieldReferences(action, snapshot).stream()
                .map(one -> one.field() + " " + one.path()))
        .containsExactly("amount steps.0.inputs.amount", "fee steps.0.outputs.fee");
  }

  @Test
  void fields_must_exist_and_fit_the_function() {
    MetadataSnapshot snapshot = snapshot(ACTION);
    String wrong =
        ACTION
            .replace("amount: amount", "amount: name")
            .replace("      fee: fee\n", "      fee: no\n      note: nobody\n      other: fee\n");
    Issues issues = new Issues();
    Action action = (Action) TestModels.pack(PATH, wrong).components().getFirst().definition();
    ActionKind.KIND.check(action, snapshot, issues);
    assertThat(issues.list().stream().map(ActionKindTest::line))
        .containsExactlyInAnyOrder(
            "ACTION_FIELD_TYPE steps.0.inputs.amount",
            "ACTION_FIELD_TYPE steps.0.outputs.fee",
            "ACTION_FIELD_READ_ONLY steps.0.outputs.fee",
            "FIELD_MISSING steps.0.outputs.note",
            "ACTION_PARAMETER steps.0.outputs.other");
  }

  private static String line(Issue issue) {
    return issue.code() + " " + issue.subject();
  }

  private static MetadataSnapshot snapshot(String action) {
    return TestModels.snapshot(
        "objects/deal.object.yaml", DEAL, "functions/fee.function.yaml", FEE, PATH, action);
  }

  private static Map<String, String> files(String action) {
    return TestModels.files(
        "objects/deal.object.yaml", DEAL, "functions/fee.function.yaml", FEE, PATH, action);
  }
}
