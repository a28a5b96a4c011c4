package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Deletion: to the bin with what belongs to the record, refused where something refers to it,
/// letting go where it may.
@Tag("db")
class RecordDeleteTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "deleting");
  }

  @Test
  void a_deleted_record_lies_in_the_bin_with_all_its_columns() {
    RecordView store =
        bench.create(
            "store", "{\"name\": \"gone\", \"price\": 12.34, \"email\": \"gone@example.com\"}");
    assertThat(
            bench
                .records()
                .execute(bench.context(), new RecordCommand.Delete("store", store.id(), 1)))
        .isEqualTo(store);
    assertThatThrownBy(() -> bench.get("store", store.id())).isInstanceOf(ProblemException.class);
    String bin = "from record_bin where record_id = '" + store.id() + "'";
    assertThat(bench.ask("select name || ' ' || root || ' ' || object_id " + bin))
        .containsExactly("gone true " + bench.object("store").id());
    assertThat(bench.ask("select columns ->> '" + bench.column("store", "price") + "' " + bin))
        .containsExactly("12.34");
    assertThat(
            bench.ask(
                "select operation || ' ' || version from record_history where record_id = '"
                    + store.id()
                    + "' order by version"))
        .containsExactly("create 1", "delete 2");
    // Unique keys stay clean.
    bench.create("store", "{\"name\": \"again\", \"email\": \"gone@example.com\"}");
  }

  @Test
  void what_belongs_to_it_goes_with_it_in_one_group() {
    RecordView store = bench.create("store", "{\"name\": \"root\"}");
    RecordView visit = bench.create("visit", "{\"store\": \"" + store.id() + "\"}");
    RecordView first = line(visit, null);
    RecordView second = line(visit, first.id());
    RecordView kept =
        bench.create(
            "visit",
            "{\"store\": \"" + bench.create("store", "{\"name\": \"other\"}").id() + "\"}");
    bench.delete(store);
    String group =
        bench
            .ask("select cascade_group from record_bin where record_id = '" + store.id() + "'")
            .getFirst();
    assertThat(bench.ask("select record_id from record_bin where cascade_group = '" + group + "'"))
        .containsExactlyInAnyOrder(
            text(store.id()), text(visit.id()), text(first.id()), text(second.id()));
    assertThat(
            bench.ask(
                "select record_id from record_bin where cascade_group = '" + group + "' and root"))
        .containsExactly(text(store.id()));
    assertThat(bench.get("visit", kept.id())).isEqualTo(kept);
    assertThat(bench.find("line", "visit.number <> \"\"")).isEmpty();
  }

  private static RecordView line(RecordView visit, @Nullable UUID previous) {
    String more = previous == null ? "" : ", \"previous\": \"" + previous + "\"";
    return bench.create(
        "line", "{\"product\": \"p\", \"visit\": \"" + visit.id() + "\"" + more + "}");
  }

  private static String text(UUID id) {
    return id.toString();
  }

  @Test
  void what_refers_to_it_forbids_the_deletion_and_is_counted_by_object() {
    RecordView dealer = bench.create("dealer", "{\"name\": \"held\"}");
    bench.create("dealer", "{\"name\": \"child\", \"parent\": \"" + dealer.id() + "\"}");
    bench.create("store", "{\"name\": \"s1\", \"dealer\": \"" + dealer.id() + "\"}");
    bench.create("store", "{\"name\": \"s2\", \"dealer\": \"" + dealer.id() + "\"}");
    bench.create(
        "store",
        "{\"name\": \"s3\", \"target\": {\"object\": \"dealer\", \"id\": \""
            + dealer.id()
            + "\"}}");
    ProblemException problem = refused(dealer);
    assertThat(problem.code()).isEqualTo(RecordError.RECORD_DELETE_RESTRICTED);
    assertThat(problem.code().status()).isEqualTo(409);
    assertThat(problem.issues())
        .extracting(issue ->
            issue.parameters().get("object")
                + " "
                + issue.parameters().get("field")
                + " "
                + issue.parameters().get("count"))
        .containsExactlyInAnyOrder("dealer parent 1", "store dealer 2", "store target 1");
    assertThat(problem.issues())
        .extracting(issue -> new Messages().describe(issue, Locale.of("zh")))
        .as("told by labels")
        .contains("不能删除：「门店」有 2 条记录通过「经销商」引用它。请先处理这些记录。");
    assertThat(bench.get("dealer", dealer.id())).isEqualTo(dealer);
  }

  @Test
  void what_goes_with_it_forbids_nothing() {
    RecordView store = bench.create("store", "{\"name\": \"self\"}");
    RecordView pointing =
        bench.update(
            store, "{\"target\": {\"object\": \"store\", \"id\": \"" + store.id() + "\"}}");
    bench.delete(pointing);
    assertThat(bench.find("store", "name = \"self\"")).isEmpty();
  }

  @Test
  void a_lookup_that_lets_go_is_emptied_with_history() {
    RecordView store = bench.create("store", "{\"name\": \"left\"}");
    RecordView memo = bench.create("memo", "{\"text\": \"m\", \"store\": \"" + store.id() + "\"}");
    bench.delete(store);
    RecordView after = bench.get("memo", memo.id());
    assertThat(after.get("store")).isNull();
    assertThat(after.version()).isEqualTo(2);
    RecordService.Change change =
        bench.records().history(bench.context(), "memo", memo.id(), 1).getFirst();
    assertThat(change.operation()).isEqualTo("clear");
    assertThat(change.fields()).containsOnlyKeys("store");
    assertThat(change.fields().get("store"))
        .isEqualTo(new RecordService.OldNew(new Reference("store", store.id(), null), null));
    assertThat(
            bench
                .ask(
                    "select body ->> 'ids' from outbox where topic = 'record.clear' order by id desc limit 1")
                .getFirst())
        .contains(text(memo.id()));
  }

  @Test
  void an_older_version_is_not_deleted() {
    RecordView store = bench.create("store", "{\"name\": \"v\"}");
    bench.update(store, "{\"qty\": 1}");
    assertThat(refused(store).code()).isEqualTo(RecordError.RECORD_STALE);
    assertThat(bench.get("store", store.id()).version()).isEqualTo(2);
  }

  @Test
  void a_person_who_only_made_records_can_go_but_an_owner_cannot() {
    RecordView wang = bench.create("user", "{\"name\": \"Wang\"}");
    RecordView store = bench.create("store", "{\"name\": \"o\", \"owner\": \"" + wang.id() + "\"}");
    assertThat(refused(wang).issues()).extracting(Issue::subject).containsExactly("store");
    bench.update(store, "{\"owner\": null}");
    bench.delete(wang);
  }

  @Test
  void deletion_and_new_children_never_leave_an_orphan() {
    for (int round = 0; round < 10; round++) {
      RecordView store = bench.create("store", "{\"name\": \"raced\"}");
      var runs =
          ParallelRuns.of(
              8,
              i -> {
                if (i == 0) {
                  bench.delete(store);
                  return null;
                }
                return bench.create("visit", "{\"store\": \"" + store.id() + "\"}");
              });
      assertThat(runs.stream().filter(run -> !run.isDone()))
          .allSatisfy(run ->
              assertThat(run.failure())
                  .isInstanceOfSatisfying(
                      ProblemException.class,
                      problem ->
                          assertThat(problem.code())
                              .isIn(
                                  RecordError.RECORD_INVALID,
                                  RecordError.RECORD_CHANGED_MEANWHILE)));
      boolean deleted = runs.getFirst().isDone();
      long visits = bench.find("visit", "store = \"" + store.id() + "\"").size();
      assertThat(deleted ? visits : 0).isZero();
    }
  }

  @Test
  void many_deletions_of_one_record_succeed_once() {
    RecordView store = bench.create("store", "{\"name\": \"once\"}");
    var runs =
        ParallelRuns.of(
            10,
            _ ->
                bench
                    .records()
                    .execute(bench.context(), new RecordCommand.Delete("store", store.id(), 1)));
    assertThat(runs.stream().filter(ParallelRuns.Run::isDone)).hasSize(1);
    assertThat(
            runs.stream()
                .filter(run -> !run.isDone())
                .map(run -> (ProblemException) run.failure())
                .map(ProblemException::code)
                .distinct()
                .toList())
        .isEqualTo(List.of(RecordError.RECORD_NOT_FOUND));
  }

  private static ProblemException refused(RecordView record) {
    ProblemException[] caught = new ProblemException[1];
    assertThatThrownBy(() -> bench.delete(record))
        .isInstanceOfSatisfying(ProblemException.class, problem -> caught[0] = problem);
    return caught[0];
  }
}
