package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many rows in one write, each for itself: bad ones never stop good ones.
@Tag("db")
class RecordSetTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "sets");
    for (int i = 0; i < 3; i++) {
      bench.create("dealer", "{\"name\": \"d%d\", \"code\": \"D-%d\"}".formatted(i, i));
    }
  }

  private static List<RowOutcome> write(BulkWrite write) {
    return bench.records().transact(bench.context(), transaction -> transaction.write(write));
  }

  private static List<RowOutcome> write(
      String object, BulkWrite.Mode mode, String key, String... rows) {
    return write(new BulkWrite(object, mode, key, rows(rows)));
  }

  private static List<ObjectNode> rows(String... rows) {
    return Stream.of(rows).map(RecordBench::json).toList();
  }

  private static UUID id(RowOutcome outcome) {
    return switch (outcome) {
      case RowOutcome.Created(UUID id) -> id;
      case RowOutcome.Updated(UUID id, _) -> id;
      case RowOutcome.Unchanged(UUID id, _) -> id;
      case RowOutcome.Differs(UUID id, _, _) -> id;
      case RowOutcome.Refused(List<Issue> issues) -> throw new AssertionError(issues.toString());
    };
  }

  private static List<String> faults(RowOutcome outcome) {
    return outcome instanceof RowOutcome.Refused(List<Issue> issues)
        ? issues.stream().map(issue -> issue.subject() + " " + issue.code()).toList()
        : List.of(outcome.toString());
  }

  @Test
  void good_rows_are_written_and_bad_ones_told_each_with_its_own_faults() {
    List<RowOutcome> outcomes =
        write(
            "store",
            BulkWrite.Mode.CREATE,
            "id",
            "{\"name\": \"good one\", \"email\": \"one@example.com\"}",
            "{\"name\": \"bad\", \"qty\": \"x\", \"dealer\": {\"code\": \"none\"}}",
            "{\"name\": \"same mail\", \"email\": \"ONE@example.com\"}",
            "{\"name\": \"good two\", \"dealer\": {\"code\": \"d-1\"}}");
    assertThat(outcomes.get(0)).isInstanceOf(RowOutcome.Created.class);
    assertThat(faults(outcomes.get(1)))
        .containsExactlyInAnyOrder("qty RECORD_VALUE_TYPE", "dealer RECORD_REFERENCE_NOT_FOUND");
    assertThat(faults(outcomes.get(2))).containsExactly("email RECORD_NOT_UNIQUE");
    assertThat(bench.get("store", id(outcomes.get(3))).get("dealer"))
        .extracting("name")
        .isEqualTo("d1");
  }

  @Test
  void a_row_that_is_bad_anyway_takes_no_unique_value_from_a_later_one() {
    List<RowOutcome> outcomes =
        write(
            "store",
            BulkWrite.Mode.CREATE,
            "id",
            "{\"name\": \"bad\", \"qty\": \"x\", \"email\": \"wanted@example.com\"}",
            "{\"name\": \"good\", \"email\": \"wanted@example.com\"}");
    assertThat(faults(outcomes.get(0))).containsExactly("qty RECORD_VALUE_TYPE");
    assertThat(outcomes.get(1)).isInstanceOf(RowOutcome.Created.class);
  }

  @Test
  void an_upsert_creates_changes_or_leaves_what_its_key_finds() {
    List<RowOutcome> first =
        write(
            "dealer",
            BulkWrite.Mode.UPSERT,
            "code",
            "{\"name\": \"甲\", \"code\": \"U-1\", \"grade\": 1}",
            "{\"name\": \"乙\", \"code\": \"U-2\"}");
    List<RowOutcome> second =
        write(
            "dealer",
            BulkWrite.Mode.UPSERT,
            "code",
            "{\"code\": \"u-1\", \"grade\": 2}",
            "{\"name\": \"乙\", \"code\": \"U-2\"}",
            "{\"name\": \"丙\", \"code\": \"U-3\", \"parent\": {\"code\": \"U-1\"}}",
            "{\"name\": \"no key\"}");
    assertThat(second.get(0)).isEqualTo(new RowOutcome.Updated(id(first.get(0)), 2));
    assertThat(second.get(1)).isEqualTo(new RowOutcome.Unchanged(id(first.get(1)), 1));
    assertThat(second.get(2)).isInstanceOf(RowOutcome.Created.class);
    assertThat(faults(second.get(3))).containsExactly("code RECORD_KEY_MISSING");

    RecordView changed = bench.get("dealer", id(first.get(0)));
    assertThat(changed.get("name")).isEqualTo("甲");
    assertThat(changed.get("code")).isEqualTo("U-1");
    assertThat(changed.get("grade")).hasToString("2");
    assertThat(changed.version()).isEqualTo(2);
    List<RecordService.Change> history =
        bench.records().history(bench.context(), "dealer", changed.id(), 10);
    assertThat(history)
        .extracting(RecordService.Change::operation)
        .containsExactly("update", "create");
    assertThat(history.getFirst().fields().keySet()).containsExactly("grade");
    assertThat(history.getFirst().fields().get("grade").before()).hasToString("1");
    assertThat(bench.records().history(bench.context(), "dealer", id(first.get(1)), 10)).hasSize(1);
  }

  @Test
  void rows_that_change_different_fields_leave_the_others_fields_alone() {
    List<RowOutcome> made =
        write(
            "dealer",
            BulkWrite.Mode.CREATE,
            "id",
            "{\"name\": \"a\", \"code\": \"M-1\", \"grade\": 1}",
            "{\"name\": \"b\", \"code\": \"M-2\", \"grade\": 2}");
    write(
        "dealer",
        BulkWrite.Mode.UPDATE,
        "id",
        "{\"id\": \"%s\", \"grade\": 9}".formatted(id(made.get(0))),
        "{\"id\": \"%s\", \"name\": \"B\", \"grade\": null}".formatted(id(made.get(1))));
    assertThat(bench.get("dealer", id(made.get(0))).values())
        .containsEntry("name", "a")
        .containsEntry("code", "M-1");
    assertThat(bench.get("dealer", id(made.get(0))).get("grade")).hasToString("9");
    assertThat(bench.get("dealer", id(made.get(1))).values())
        .containsEntry("name", "B")
        .containsEntry("grade", null);
  }

  @Test
  void the_same_key_twice_in_one_write_is_applied_in_order() {
    List<RowOutcome> outcomes =
        write(
            "dealer",
            BulkWrite.Mode.UPSERT,
            "code",
            "{\"name\": \"first\", \"code\": \"T-1\"}",
            "{\"name\": \"other\", \"code\": \"T-2\"}",
            "{\"name\": \"second\", \"code\": \"t-1\"}",
            "{\"name\": \"third\", \"code\": \"T-1\"}");
    UUID id = id(outcomes.get(0));
    assertThat(outcomes.get(2)).isEqualTo(new RowOutcome.Updated(id, 2));
    assertThat(outcomes.get(3)).isEqualTo(new RowOutcome.Updated(id, 3));
    assertThat(bench.get("dealer", id).get("name")).isEqualTo("third");
  }

  @Test
  void settled_records_are_compared_and_the_difference_told() {
    UUID id = bench.create("dealer", "{\"name\": \"kept\", \"code\": \"S-1\"}").id();
    Set<UUID> asked = new LinkedHashSet<>();
    List<RowOutcome> outcomes =
        write(
            new BulkWrite(
                "dealer",
                BulkWrite.Mode.UPSERT,
                "code",
                rows(
                    "{\"name\": \"other\", \"code\": \"S-1\"}",
                    "{\"name\": \"new\", \"code\": \"S-2\"}",
                    "{\"name\": \"kept\", \"code\": \"s-1\"}"),
                found -> {
                  asked.addAll(found);
                  return Set.copyOf(found);
                }));
    assertThat(outcomes.get(0))
        .isInstanceOfSatisfying(
            RowOutcome.Differs.class,
            differs -> {
              assertThat(differs.id()).isEqualTo(id);
              assertThat(differs.issues().getFirst().parameters())
                  .containsEntry("kept", "kept")
                  .containsEntry("value", "other");
            });
    assertThat(outcomes.get(1)).isInstanceOf(RowOutcome.Created.class);
    assertThat(outcomes.get(2)).isEqualTo(new RowOutcome.Unchanged(id, 1));
    assertThat(asked).containsExactly(id);
  }

  @Test
  void an_update_needs_a_record_and_may_name_the_version_it_saw() {
    RecordView seen = bench.create("dealer", "{\"name\": \"v\", \"code\": \"V-1\"}");
    List<RowOutcome> outcomes =
        write(
            "dealer",
            BulkWrite.Mode.UPDATE,
            "id",
            "{\"id\": \"%s\", \"version\": 7, \"name\": \"w\"}".formatted(seen.id()),
            "{\"id\": \"%s\", \"name\": \"w\"}".formatted(UUID.randomUUID()),
            "{\"id\": \"nonsense\", \"name\": \"w\"}");
    assertThat(faults(outcomes.get(0))).containsExactly("version RECORD_STALE");
    assertThat(faults(outcomes.get(1))).containsExactly("id RECORD_NOT_FOUND");
    assertThat(faults(outcomes.get(2))).containsExactly("id RECORD_KEY_MISSING");
    assertThat(
            faults(
                write(
                        "dealer",
                        BulkWrite.Mode.UPSERT,
                        "id",
                        "{\"id\": \"%s\"}".formatted(UUID.randomUUID()))
                    .getFirst()))
        .containsExactly("id RECORD_NOT_FOUND");
    assertThatThrownBy(() -> write("dealer", BulkWrite.Mode.UPSERT, "name", "{\"name\": \"w\"}"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(RecordError.RECORD_KEY_UNKNOWN));
  }

  @Test
  void eight_writers_upsert_the_same_keys_and_none_of_them_makes_a_second_record() {
    List<CompletableFuture<List<RowOutcome>>> writers = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      String[] rows = new String[50];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = "{\"name\": \"w%d\", \"code\": \"P-%d\"}".formatted(writer, i);
      }
      writers.add(
          CompletableFuture.supplyAsync(() -> {
            while (true) {
              try {
                return write("dealer", BulkWrite.Mode.UPSERT, "code", rows);
              } catch (ProblemException busy) {
                assertThat(busy.code().category().name()).isIn("CONFLICT", "LIMIT");
              }
            }
          }));
    }
    for (CompletableFuture<List<RowOutcome>> writer : writers) {
      assertThat(writer.join()).allSatisfy(outcome -> assertThat(id(outcome)).isNotNull());
    }
    assertThat(
            bench.ask(
                "select count(*) from %s where %s like 'P-%%'"
                    .formatted(
                        bench.object("dealer").table().name(),
                        bench.column("dealer", "code").name())))
        .containsExactly("50");
    assertThat(
            bench.ask(
                "select count(*) from (select record_id, count(*) filter (where operation = 'create') c, max(version) v, count(*) n from record_history where object_id = %d group by 1) x where c <> 1 or v <> n"
                    .formatted(bench.object("dealer").id())))
        .containsExactly("0");
  }
}
