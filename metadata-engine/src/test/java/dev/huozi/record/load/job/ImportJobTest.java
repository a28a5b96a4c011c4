package dev.huozi.record.load.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.identity.AccountChange;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordBench;
import dev.huozi.record.RecordView;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.TextProbe;
import dev.huozi.record.load.profile.ImportProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A file becomes records: mapped, tried, loaded, watched, taken back.
@Tag("db")
class ImportJobTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String STORES =
      """
      {"targets": [
        {"object": "dealer", "key": "code", "distinct": true,
         "columns": [{"column": "dealer", "field": "code"}, {"column": "dealer name", "field": "name"}]},
        {"object": "store", "key": "email",
         "columns": [{"column": "store", "field": "name"}, {"column": "mail", "field": "email"},
                     {"column": "qty", "field": "qty"}, {"column": "dealer", "field": "dealer", "by": "code"}]}]}
      """;

  private static int tenants;
  private ImportBench bench;

  @BeforeEach
  void tenant() {
    bench = new ImportBench(DATABASE, "imports" + tenants++);
  }

  private static String stores(String... rows) {
    return "store,mail,qty,dealer,dealer name\n" + String.join("\n", rows) + "\n";
  }

  @Test
  void one_flat_file_fills_two_objects_and_says_what_it_did() {
    UUID id =
        bench.upload(
            stores("s1,a@x.cn,1,D1,First", "s2,b@x.cn,2,D1,First", "s3,c@x.cn,3,D2,Second"),
            STORES);
    ImportJob done = bench.run(id);
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.tally().records())
        .containsEntry("dealer", new ImportJob.Count(2, 0, 0))
        .containsEntry("store", new ImportJob.Count(3, 0, 0));
    assertThat(done.tally().position()).isEqualTo(3);
    assertThat(done.file().total()).isEqualTo(3);
    assertThat(bench.records.count("dealer")).isEqualTo(2);
    RecordView store =
        bench.records.get("store", bench.records.find("store", "email = \"b@x.cn\"").getFirst());
    assertThat(store.get("dealer")).extracting("name").isEqualTo("First");
    assertThat(store.get("created_by")).extracting("id").isEqualTo(bench.account.userId());

    UUID again = bench.upload(stores("s1,a@x.cn,9,D1,First", "s2,b@x.cn,2,D1,First"), STORES);
    ImportJob second = bench.run(again);
    assertThat(second.tally().records())
        .containsEntry("dealer", new ImportJob.Count(0, 0, 1))
        .containsEntry("store", new ImportJob.Count(0, 1, 1));
  }

  @Test
  void bad_rows_stop_no_good_ones_and_are_told_by_line_column_and_value() {
    UUID id =
        bench.upload(
            stores(
                "s1,a@x.cn,1,D1,First",
                "s2,nonsense,2,D1,First",
                "s3,c@x.cn,many,D2,Second",
                "s4,\"d@x.cn\"!,4,D2,Second",
                ",e@x.cn,5,D3,Third",
                "s6,f@x.cn,6,D2,Second"),
            STORES);
    ImportJob done = bench.run(id);
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.tally().refused()).isEqualTo(4);
    assertThat(bench.lines(id))
        .containsExactly(
            "3 refused mail RECORD_EMAIL_INVALID",
            "4 refused qty LOAD_NUMBER",
            "5 refused - LOAD_QUOTE_BROKEN",
            "6 refused store RECORD_FIELD_REQUIRED");
    // Nothing of a refused row is left, also not of its other targets.
    assertThat(bench.records.find("dealer", "code = \"D3\"")).isEmpty();
    assertThat(bench.records.count("dealer")).isEqualTo(2);
    assertThat(bench.records.count("store")).isEqualTo(2);
    ImportLine line =
        bench
            .imports()
            .lines(bench.context(), id, List.of(ImportLine.Kind.REFUSED), 3, 1)
            .getFirst();
    assertThat(line.cells()).containsExactly("s3", "c@x.cn", "many", "D2", "Second");
    assertThat(line.notes().getFirst().value()).isEqualTo("many");
    assertThat(line.notes().getFirst().text(java.util.Locale.ENGLISH)).contains("many");
  }

  @Test
  void the_first_name_wins_and_others_are_conflicts_also_in_later_chunks() {
    StringBuilder rows = new StringBuilder("store,mail,qty,dealer,dealer name\n");
    for (int i = 0; i < 2_500; i++) {
      String name = i == 700 || i == 2_400 ? "Other" : "First";
      rows.append("s,m%d@x.cn,1,D1,%s\n".formatted(i, name));
    }
    UUID id = bench.upload(rows.toString(), STORES);
    ImportJob done = bench.run(id);
    assertThat(done.tally().conflicts()).isEqualTo(2);
    assertThat(done.tally().records())
        .containsEntry("dealer", new ImportJob.Count(1, 0, 0))
        .containsEntry("store", new ImportJob.Count(2_500, 0, 0));
    assertThat(bench.lines(id))
        .containsExactly(
            "702 conflict dealer name RECORD_DIFFERS", "2402 conflict dealer name RECORD_DIFFERS");
    assertThat(bench.records.find("dealer", "name = \"First\"")).hasSize(1);
  }

  @Test
  void a_dry_run_finds_the_same_faults_and_changes_nothing() {
    StringBuilder rows = new StringBuilder("store,mail,qty,dealer,dealer name\n");
    for (int i = 0; i < 12_000; i++) {
      String quantity = i == 500 || i == 11_000 ? "x" : "1";
      rows.append("s,m%d@x.cn,%s,D%d,First\n".formatted(i == 600 ? 0 : i, quantity, i / 5_000));
    }
    UUID id = bench.upload(rows.toString(), STORES);
    bench.imports().check(bench.context(), id);
    ImportJob checked = bench.work(id);
    assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
    assertThat(checked.tally().refused()).isEqualTo(2);
    assertThat(checked.file().total()).isEqualTo(12_000);
    assertThat(bench.lines(id))
        .containsExactly("502 refused qty LOAD_NUMBER", "11002 refused qty LOAD_NUMBER");
    assertThat(bench.records.count("store")).isZero();
    assertThat(bench.records.ask("select count(*) from import_member")).containsExactly("0");
    ImportJob done = bench.run(id);
    assertThat(done.tally().refused()).isEqualTo(2);
    assertThat(bench.records.count("store")).isEqualTo(11_997);
  }

  @Test
  void gb18030_is_detected_and_columns_are_found_by_their_chinese_labels() {
    String csv = "名称,邮箱,数量,渠道\n盒马𠮷,h@x.cn,\"1,234.5\",现代渠道\n".replace("盒马", "盒马");
    UUID id = bench.upload("门店.csv", csv.getBytes(TextProbe.GB18030));
    ImportJob job = bench.job(id);
    assertThat(job.file().encoding()).isEqualTo("GB18030");
    assertThat(job.file().header()).containsExactly("名称", "邮箱", "数量", "渠道");
    ImportProfile proposed = bench.imports().propose(bench.context(), job, "store");
    bench.imports().map(bench.context(), id, proposed);
    assertThat(bench.run(id).tally().refused()).isZero();
    RecordView store =
        bench.records.get("store", bench.records.find("store", "email = \"h@x.cn\"").getFirst());
    assertThat(store.get("name")).isEqualTo("盒马𠮷");
    assertThat(store.get("qty")).hasToString("1234.500");
    assertThat(store.get("channel")).isEqualTo("MT");

    UUID next = bench.upload("again.csv", csv.getBytes(StandardCharsets.UTF_8));
    assertThat(bench.imports().remembered(bench.context(), bench.job(next))).isEqualTo(proposed);
  }

  @Test
  void pause_and_resume_lose_and_repeat_nothing_and_cancel_keeps_what_is_there() {
    StringBuilder rows = new StringBuilder("store,mail,qty,dealer,dealer name\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append("s,m%d@x.cn,1,D1,First\n".formatted(i));
    }
    UUID id = bench.upload(rows.toString(), STORES);
    bench.start(id);
    bench.imports().pause(bench.context(), id);
    assertThat(bench.work(id).state()).isEqualTo(ImportState.PAUSED);
    assertThat(bench.records.count("store")).isZero();
    assertThatThrownBy(() -> bench.imports().pause(bench.context(), id))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(LoadError.LOAD_STATE));
    assertThat(bench.run(id).state()).isEqualTo(ImportState.DONE);
    assertThat(bench.records.count("store")).isEqualTo(3_000);
    assertThat(bench.records.ask("select count(*) from import_part")).containsExactly("0");

    UUID other = bench.upload(rows.toString(), STORES);
    bench.imports().cancel(bench.context(), other);
    assertThat(bench.work(other).state()).isEqualTo(ImportState.CANCELLED);
  }

  @Test
  void undo_deletes_what_was_made_restores_what_was_changed_and_keeps_what_somebody_touched() {
    RecordView old =
        bench.records.create("store", "{\"name\": \"old\", \"email\": \"old@x.cn\", \"qty\": 7}");
    UUID id =
        bench.upload(
            stores(
                "new,old@x.cn,8,D1,First",
                "s2,b@x.cn,2,D1,First",
                "s3,c@x.cn,3,D2,Second",
                "s4,d@x.cn,4,D3,Third"),
            STORES);
    bench.run(id);
    UUID touched = bench.records.find("store", "email = \"c@x.cn\"").getFirst();
    bench.records.update(bench.records.get("store", touched), "{\"qty\": 99}");
    UUID used = bench.records.find("store", "email = \"d@x.cn\"").getFirst();
    bench.records.create("memo", "{\"text\": \"mine\", \"store\": \"%s\"}".formatted(used));

    bench.imports().undo(bench.context(), id);
    assertThat(bench.work(id).state()).isEqualTo(ImportState.UNDONE);
    RecordView restored = bench.records.get("store", old.id());
    assertThat(restored.get("name")).isEqualTo("old");
    assertThat(restored.get("qty")).hasToString("7.000");
    assertThat(restored.get("dealer")).isNull();
    assertThat(bench.records.find("store", "email = \"b@x.cn\"")).isEmpty();
    assertThat(bench.records.get("store", touched).get("qty")).hasToString("99.000");
    assertThat(bench.records.get("store", used).get("name")).isEqualTo("s4");
    // The dealers of the stores that stay are used.
    assertThat(bench.records.count("dealer")).isEqualTo(2);
    assertThat(bench.lines(id))
        .extracting(line -> line.substring(line.indexOf(' ')))
        .containsExactlyInAnyOrder(
            " kept - RECORD_STALE",
            " kept - RECORD_DELETE_RESTRICTED",
            " kept - RECORD_DELETE_RESTRICTED",
            " kept - RECORD_DELETE_RESTRICTED");
  }

  @Test
  void undo_takes_back_thousands_of_records_that_refer_to_each_other() {
    StringBuilder rows = new StringBuilder("store,mail,qty,dealer,dealer name\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append("s,m%d@x.cn,1,D%d,First\n".formatted(i, i / 2));
    }
    UUID id = bench.upload(rows.toString(), STORES);
    assertThat(bench.run(id).tally().refused()).isZero();
    StringBuilder parents = new StringBuilder("code,parent\n");
    for (int i = 0; i < 1_500; i++) {
      parents.append("D%d,%s\n".formatted(i, i == 0 ? "" : "D" + (i - 1)));
    }
    UUID second =
        bench.upload(
            parents.toString(),
            "{\"targets\": [{\"object\": \"dealer\", \"key\": \"code\", \"columns\": [{\"column\": \"code\", \"field\": \"code\"}, {\"column\": \"parent\", \"field\": \"parent\", \"by\": \"code\"}]}]}");
    assertThat(bench.run(second).tally().records())
        .containsEntry("dealer", new ImportJob.Count(0, 1_499, 1));
    bench.imports().undo(bench.context(), second);
    assertThat(bench.work(second).state()).isEqualTo(ImportState.UNDONE);
    assertThat(bench.lines(second)).isEmpty();
    assertThat(bench.records.find("dealer", "NOT(ISBLANK(parent))")).isEmpty();
    // The second import and its undoing changed the dealers since the first one.
    bench.imports().undo(bench.context(), id);
    assertThat(bench.work(id).state()).isEqualTo(ImportState.UNDONE);
    assertThat(bench.records.count("store")).isZero();
    assertThat(bench.records.count("dealer")).isEqualTo(1_499);
    assertThat(bench.lines(id)).hasSize(1_499).allMatch(line -> line.endsWith("RECORD_STALE"));
  }

  @Test
  void a_batch_of_records_that_came_over_the_api_is_taken_back_like_a_file() {
    Batches batches =
        new Batches(DATABASE.tenantDatabase(), bench.records.records(), bench.imports());
    UUID id = batches.open(bench.context(), "演示 demo").id();
    List<UUID> dealers =
        batches.createAll(
            bench.context(),
            id,
            "dealer",
            List.of(
                RecordBench.json("{\"code\": \"D1\", \"name\": \"First\"}"),
                RecordBench.json("{\"code\": \"D2\", \"name\": \"Second\"}")));
    List<UUID> stores =
        batches.createAll(
            bench.context(),
            id,
            "store",
            List.of(
                RecordBench.json(
                    "{\"name\": \"s1\", \"dealer\": \"%s\"}".formatted(dealers.getFirst())),
                RecordBench.json("{\"name\": \"s2\"}")));
    bench.records.update(bench.records.get("store", stores.getLast()), "{\"qty\": 99}");
    assertThatThrownBy(
            () -> batches.createAll(bench.context(), id, "store", List.of(RecordBench.json("{}"))))
        .isInstanceOf(ProblemException.class);
    assertThat(bench.job(id).tally().records())
        .containsEntry("dealer", new ImportJob.Count(2, 0, 0))
        .containsEntry("store", new ImportJob.Count(2, 0, 0));

    bench.imports().undo(bench.context(), id);
    assertThat(bench.work(id).state()).isEqualTo(ImportState.UNDONE);
    assertThat(bench.records.count("dealer")).isZero();
    assertThat(bench.records.get("store", stores.getLast()).get("name")).isEqualTo("s2");
    assertThat(bench.records.count("store")).isEqualTo(1);
    assertThat(bench.lines(id)).hasSize(1).allMatch(line -> line.endsWith("RECORD_STALE"));
    assertThatThrownBy(() ->
            batches.createAll(
                bench.context(),
                id,
                "dealer",
                List.of(RecordBench.json("{\"code\": \"D3\", \"name\": \"x\"}"))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(LoadError.LOAD_STATE));
    assertThat(bench.records.count("dealer")).isZero();

    UUID file = bench.upload(stores("s1,a@x.cn,1,D1,First"), STORES);
    assertThatThrownBy(() ->
            batches.createAll(
                bench.context(),
                file,
                "dealer",
                List.of(RecordBench.json("{\"code\": \"D3\", \"name\": \"x\"}"))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(LoadError.LOAD_STATE));
  }

  @Test
  void a_suspended_account_imports_nothing_more() {
    UUID id = bench.upload(stores("s1,a@x.cn,1,D1,First"), STORES);
    bench.start(id);
    var second =
        DATABASE
            .platform()
            .accounts()
            .change(
                bench.tenant, bench.account.id(), new AccountChange(null, null, false, null, null));
    assertThat(second.active()).isFalse();
    ImportJob failed = bench.work(id);
    assertThat(failed.state()).isEqualTo(ImportState.FAILED);
    assertThat(failed.problem()).isNotNull();
    assertThat(failed.problem().path("code").asText()).isEqualTo("LOAD_ACCOUNT_GONE");
    assertThat(bench.records.count("store")).isZero();
  }

  @Test
  void lines_of_json_are_loaded_as_a_job_too() {
    UUID id =
        bench.upload(
            "dealers.ndjson",
            "{\"name\": \"a\", \"code\": \"J-1\"}\n{\"name\": \"b\", \"code\": \"J-2\", \"grade\": \"x\"}\n{\"name\": \"c\", \"code\": \"J-3\"}\n"
                .getBytes(StandardCharsets.UTF_8));
    bench
        .imports()
        .map(
            bench.context(),
            id,
            ImportBench.profile("{\"targets\": [{\"object\": \"dealer\", \"key\": \"code\"}]}"));
    ImportJob done = bench.run(id);
    assertThat(done.tally().records()).containsEntry("dealer", new ImportJob.Count(2, 0, 0));
    assertThat(bench.lines(id)).containsExactly("2 refused grade RECORD_VALUE_TYPE");
  }

  @Test
  void files_that_are_none_are_refused_and_leave_nothing() {
    for (byte[] bytes :
        List.of(
            new byte[0],
            "c,".repeat(10_000).getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0},
            new byte[] {'P', 'K', 3, 4, 9, 9},
            new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0})) {
      assertThatThrownBy(() -> bench.upload("bad.csv", bytes)).isInstanceOf(ProblemException.class);
    }
    assertThat(bench.records.ask("select count(*) from import_job")).containsExactly("0");
    assertThat(bench.records.ask("select count(*) from import_part")).containsExactly("0");
  }
}
