package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rules, conditions and defaults by formula, for one record and for many.
@Tag("db")
class RuleWriteTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "ruling");
    bench
        .model()
        .publish(
            "objects/deal.object.yaml",
            """
            name: deal
            label: {zh: 商机, en: Deal}
            nameField: name
            fields:
              - {name: name, type: text, required: true}
              - {name: dealer, type: lookup, target: dealer}
              - {name: amount, type: number, defaultFormula: dealer.grade * 100}
              - {name: discount, type: number, readOnly: amount < 10}
              - {name: reason, type: text, required: discount > 5}
              - {name: tag, type: text}
              - {name: closed, type: boolean, readOnly: closed}
            """,
            "rules/trim.rule.yaml",
            "name: trim\n"
                + "object: deal\n"
                + "level: set\n"
                + "when: NOT(ISBLANK(tag))\n"
                + "sets: {tag: UPPER(tag)}\n",
            "rules/grade.rule.yaml",
            """
            name: grade
            object: deal
            when: dealer.grade > 5 && amount > 1000
            level: block
            message: {zh: 等级过高, en: Grade too high}
            fields: [amount, dealer]
            """,
            "rules/falls.rule.yaml",
            """
            name: falls
            object: deal
            when: NOT(ISNEW()) && ISCHANGED(amount) && amount < PRIORVALUE(amount)
            level: warn
            message: {zh: 金额变小了, en: The amount falls}
            fields: [amount]
            """);
  }

  private static List<String> refusal(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).isNotNull();
    assertThat(problem.code()).isEqualTo(RecordError.RECORD_INVALID);
    return problem.issues().stream()
        .map(issue -> issue.code().name() + " " + issue.subject())
        .toList();
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) Json.read(text);
  }

  @Test
  void defaults_follow_lookups_and_rules_set_values() {
    RecordView dealer = bench.create("dealer", "{\"name\": \"d\", \"grade\": 3}");
    RecordView deal =
        bench.create(
            "deal", "{\"name\": \"a\", \"tag\": \"x\", \"dealer\": \"%s\"}".formatted(dealer.id()));
    assertThat(deal.get("amount")).isEqualTo(new BigDecimal("300.00"));
    assertThat(deal.get("tag")).isEqualTo("X");
    assertThat(bench.get("deal", deal.id())).isEqualTo(deal);
  }

  @Test
  void everything_that_is_wrong_is_told_together() {
    RecordView dealer = bench.create("dealer", "{\"name\": \"d\", \"grade\": 9}");
    String deal = "{\"dealer\": \"%s\", \"amount\": 5000, \"discount\": 6}".formatted(dealer.id());
    assertThat(refusal(() -> bench.create("deal", deal)))
        .containsExactlyInAnyOrder(
            "RECORD_FIELD_REQUIRED name",
            "RECORD_FIELD_REQUIRED reason",
            "RECORD_RULE_BLOCKED amount",
            "RECORD_RULE_BLOCKED dealer");
  }

  @Test
  void a_field_is_read_only_while_its_condition_holds() {
    RecordView deal = bench.create("deal", "{\"name\": \"a\", \"amount\": 5}");
    assertThat(refusal(() -> bench.update(deal, "{\"discount\": 1}")))
        .containsExactly("RECORD_FIELD_READ_ONLY_NOW discount");
    assertThat(bench.update(deal, "{\"discount\": 1, \"amount\": 50}").get("discount"))
        .isEqualTo(new BigDecimal("1.00"));
  }

  @Test
  void a_lock_on_a_field_itself_can_be_shut_and_not_opened() {
    RecordView deal = bench.create("deal", "{\"name\": \"a\"}");
    RecordView closed = bench.update(deal, "{\"closed\": true}");
    assertThat(closed.get("closed")).isEqualTo(true);
    assertThat(refusal(() -> bench.update(closed, "{\"closed\": false}")))
        .containsExactly("RECORD_FIELD_READ_ONLY_NOW closed");
  }

  private static DraftView draft(@Nullable RecordView record, String values, boolean all) {
    return bench
        .records()
        .draft(
            bench.context(),
            new DraftRequest(
                "deal",
                record == null ? null : record.id(),
                json(values),
                List.of(
                    new DraftRequest.Part("large", "amount > 500", List.of("tag")),
                    new DraftRequest.Part("steep", "discount > 7", List.of("reason"))),
                all));
  }

  @Test
  void a_draft_says_what_a_write_would_do_and_writes_nothing() {
    RecordView dealer = bench.create("dealer", "{\"name\": \"d\", \"grade\": 9}");
    String values = "{\"dealer\": \"%s\", \"discount\": 6, \"tag\": \"x\"}".formatted(dealer.id());
    DraftView said = draft(null, values, false);
    assertThat(said.record().get("amount")).isEqualTo(new BigDecimal("900.00"));
    assertThat(said.record().get("tag")).isEqualTo("X");
    assertThat(said.given()).containsExactlyInAnyOrder("amount", "tag");
    assertThat(said.derived()).containsExactly("amount");
    assertThat(said.required()).containsExactly(Map.entry("reason", true));
    assertThat(said.readOnly()).containsEntry("discount", false);
    assertThat(said.hidden()).containsExactly("steep");
    assertThat(said.blocks()).isEmpty();
  }

  @Test
  void what_was_entered_out_of_sight_or_under_a_lock_does_not_count() {
    RecordView deal = bench.create("deal", "{\"name\": \"a\", \"amount\": 600}");
    DraftView said =
        draft(deal, "{\"amount\": 5, \"discount\": 9, \"reason\": \"r\", \"tag\": \"x\"}", false);
    assertThat(said.readOnly()).containsEntry("discount", true);
    assertThat(said.record().get("discount")).isNull();
    assertThat(said.hidden()).containsExactlyInAnyOrder("large", "steep");
    assertThat(said.record().get("reason")).isNull();
    assertThat(said.record().get("tag")).isNull();
    assertThat(said.required()).containsEntry("reason", false);
  }

  @Test
  void a_draft_is_told_of_rules_that_read_what_was_entered() {
    RecordView dealer = bench.create("dealer", "{\"name\": \"d\", \"grade\": 3}");
    RecordView deal =
        bench.create(
            "deal",
            "{\"name\": \"a\", \"amount\": 5000, \"dealer\": \"%s\"}".formatted(dealer.id()));
    bench.update(dealer, "{\"grade\": 9}");
    assertThat(draft(deal, "{\"name\": \"b\"}", false).blocks()).isEmpty();
    assertThat(draft(deal, "{\"name\": \"b\"}", true).blocks()).hasSize(2);
    DraftView lowered = draft(deal, "{\"amount\": 4000}", false);
    assertThat(lowered.blocks()).extracting(Issue::subject).containsExactly("amount", "dealer");
    assertThat(lowered.warnings()).extracting(Issue::subject).containsExactly("amount");
  }

  @Test
  void a_text_that_is_no_value_yet_leaves_open_what_hangs_on_it() {
    DraftView said = draft(null, "{\"discount\": \"1-\"}", false);
    assertThat(said.required()).isEmpty();
    assertThat(said.hidden()).containsExactly("large");
  }

  @Test
  void conditions_of_parts_are_asked_of_stored_records_and_over_references() {
    RecordView dealer = bench.create("dealer", "{\"name\": \"d\", \"grade\": 3}");
    RecordView deal =
        bench.create("deal", "{\"name\": \"a\", \"dealer\": \"%s\"}".formatted(dealer.id()));
    assertThat(
            bench
                .records()
                .holding(
                    bench.context(),
                    deal,
                    List.of("amount = 300", "dealer.grade > 2", "discount > 1")))
        .containsExactlyInAnyOrder("amount = 300", "dealer.grade > 2");
  }

  @Test
  void a_warning_comes_with_the_record_and_each_row_of_a_set_has_its_own() {
    RecordView one = bench.create("deal", "{\"name\": \"one\", \"amount\": 50}");
    RecordView two = bench.create("deal", "{\"name\": \"two\", \"amount\": 50}");
    List<String> told =
        bench
            .records()
            .transact(
                bench.context(),
                transaction -> {
                  List<RowOutcome> outcomes =
                      transaction.write(
                          new BulkWrite(
                              "deal",
                              BulkWrite.Mode.UPDATE,
                              BulkWrite.ID,
                              List.of(
                                  json("{\"id\": \"%s\", \"amount\": 60}".formatted(one.id())),
                                  json("{\"id\": \"%s\", \"amount\": 40}".formatted(two.id())),
                                  json("{\"id\": \"%s\", \"discount\": 9}".formatted(one.id())))));
                  assertThat(outcomes.get(1)).isInstanceOf(RowOutcome.Updated.class);
                  assertThat(outcomes.get(2)).isInstanceOf(RowOutcome.Refused.class);
                  return transaction.warnings().entrySet().stream()
                      .map(row -> row.getKey() + " " + row.getValue().getFirst().code().name())
                      .toList();
                });
    assertThat(told).containsExactly("1 RECORD_RULE_WARNED");
  }
}
