package dev.huozi.metadata.sandbox;

import static dev.huozi.metadata.sandbox.TenantContents.ask;
import static dev.huozi.metadata.sandbox.TenantContents.copier;
import static dev.huozi.metadata.sandbox.TenantContents.structure;
import static dev.huozi.metadata.sandbox.TenantContents.sums;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.sandbox.TenantCopier.Extent;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.dump.CopyProgress;
import dev.huozi.platform.dump.DumpManifest;
import dev.huozi.platform.identity.Login;
import dev.huozi.platform.identity.NewAccount;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.RecordBench;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.TestContexts;
import dev.huozi.record.service.DefaultRecordService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A whole tenant out of one installation and into another, and beside itself as a sandbox.
@Tag("db")
class TenantCopyTest {
  private static final String PASSWORD = "a-long-enough-password";

  @RegisterExtension static final TestDatabase HERE = new TestDatabase();
  @RegisterExtension static final TestDatabase ELSEWHERE = new TestDatabase();

  private static RecordBench bench;
  private static RecordView store;
  private static RecordView changed;
  private static byte[] dump;
  private static DumpManifest manifest;

  /// At the time of the dump.
  private static Map<String, String> sums;

  @BeforeAll
  static void aTenantWithALife() {
    bench = new RecordBench(HERE, "origin");
    store = bench.create("store", "{\"name\": \"盒马\", \"price\": 12.34, \"qty\": 1.5}");
    changed = bench.update(bench.create("dealer", "{\"name\": \"上海\"}"), "{\"code\": \"SH\"}");
    RecordView gone = bench.create("store", "{\"name\": \"gone\", \"email\": \"a@example.com\"}");
    bench.delete(gone);
    bench.create("visit", "{\"store\": \"" + store.id() + "\"}");
    for (int i = 0; i < 200; i++) {
      bench.create("memo", "{\"text\": \"memo " + i + "\", \"store\": \"" + store.id() + "\"}");
    }
    // A field that is gone leaves a column with values behind.
    bench.model().publish("objects/memo.object.yaml", WIDE_MEMO);
    bench.create("memo", "{\"text\": \"wide\", \"extra\": \"kept\", \"done\": true}");
    bench
        .model()
        .publish(
            "objects/memo.object.yaml",
            WIDE_MEMO.replaceAll("(name: (extra|done),)", "$1 active: false,"));
    bench
        .model()
        .publisher()
        .publish(
            bench.model().context(),
            TestTenant.changes("objects/memo.object.yaml", NARROW_MEMO),
            new Approval(bench.model().version(), null, true));
    UUID account =
        HERE.platform()
            .accounts()
            .create(
                bench.model().tenant(),
                new NewAccount(bench.li(), "admin", "Li", Principal.Role.ADMIN, PASSWORD, null))
            .id();
    // Work that belongs to an account, in tables that refer to each other.
    bench.run("insert into metadata_draft (account_id, draft) values ('" + account + "', '{}')");
    bench.run(
        "insert into import_job (id, name, created_at, account_id, user_name, locale, state) values ('"
            + account
            + "', 'a.csv', now(), '"
            + account
            + "', 'Li', 'zh', 'paused')");
    bench.run("insert into import_part values ('" + account + "', 1, 'a,b')");
    HERE.platform().tenantPacks().put(bench.model().tenant(), "system", "1.0.0");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    manifest = copier(HERE.platform()).dump(bench.model().tenant(), file, CopyProgress.NOBODY);
    dump = file.toByteArray();
    sums = sums(HERE, bench.model().tenant());
  }

  private static final String WIDE_MEMO =
      """
      name: memo
      label: {zh: 便条, en: Memo}
      nameField: text
      fields:
        - {name: text, label: {zh: 内容, en: Text}, type: text}
        - {name: store, label: {zh: 门店, en: Store}, type: lookup, target: store, onDelete: clear}
        - {name: extra, label: {zh: 其他, en: Extra}, type: text}
        - {name: done, label: {zh: 完成, en: Done}, type: boolean}
      """;
  private static final String NARROW_MEMO =
      """
      name: memo
      label: {zh: 便条, en: Memo}
      nameField: text
      fields:
        - {name: text, label: {zh: 内容, en: Text}, type: text}
        - {name: store, label: {zh: 门店, en: Store}, type: lookup, target: store, onDelete: clear}
      """;

  private static Tenant restore(byte[] file, String code) {
    return copier(ELSEWHERE.platform())
        .restore(new ByteArrayInputStream(file), code, null, CopyProgress.NOBODY);
  }

  @Test
  void a_tenant_restored_elsewhere_has_equal_rows_in_every_table() {
    Tenant copy = restore(dump, "equal");
    assertThat(sums(ELSEWHERE, copy)).containsExactlyEntriesOf(sums);
    assertThat(sums).hasSizeGreaterThan(15);
    assertThat(manifest.rows()).isGreaterThan(400);
    assertThat(structure(ELSEWHERE, copy))
        .containsExactlyElementsOf(structure(HERE, bench.model().tenant()));
    assertThat(ELSEWHERE.platform().tenantPacks().of(copy)).containsEntry("system", "1.0.0");
  }

  @Test
  void what_belonged_to_an_account_belongs_to_the_one_of_the_copy() {
    Tenant copy = restore(dump, "owned");
    String account = ELSEWHERE.platform().accounts().list(copy).getFirst().id().toString();
    String schema = copy.schema() + ".";
    for (String table : List.of("metadata_draft", "import_job")) {
      assertThat(ask(ELSEWHERE, copy, "select account_id from " + schema + table))
          .containsExactly(account);
    }
    assertThat(ask(ELSEWHERE, copy, "select content from " + schema + "import_part")).hasSize(1);
  }

  @Test
  void work_goes_on_in_the_copy_where_it_stopped() {
    Tenant copy = restore(dump, "living");
    TestTenant model = new TestTenant(ELSEWHERE.platform(), copy);
    assertThat(model.version()).isEqualTo(bench.model().version());
    RecordService records = new DefaultRecordService(model.database(), model.registry());
    var context = TestContexts.of(copy, bench.li()).withMetadataVersion(model.version());
    assertThat(records.get(context, "store", store.id(), List.of()))
        .isEqualTo(bench.get("store", store.id()));
    assertThat(records.history(context, "dealer", changed.id(), 10)).hasSize(2);
    RecordView next =
        records.execute(
            context,
            new RecordCommand.Create("store", RecordBench.json("{\"name\": \"next\"}"), null));
    assertThat(next.get("code"))
        .isEqualTo(bench.create("store", "{\"name\": \"next\"}").get("code"));
    assertThatThrownBy(() ->
            records.execute(
                context,
                new RecordCommand.Create(
                    "dealer", RecordBench.json("{\"name\": \"x\", \"code\": \"sh\"}"), null)))
        .isInstanceOf(ProblemException.class);
    // The model goes on too.
    long version = model.publish("objects/memo.object.yaml", WIDE_MEMO);
    assertThat(version).isEqualTo(manifest.metadataVersion() + 1);
    assertThat(
            ELSEWHERE
                .platform()
                .sessions()
                .logIn(new Login("living", "admin", PASSWORD))
                .state()
                .principal()
                .userId())
        .isEqualTo(bench.li());
  }

  @Test
  void a_sandbox_has_the_records_or_the_model_alone() {
    Tenant origin = bench.model().tenant();
    TenantCopier copier = copier(HERE.platform());
    Tenant full =
        copier.sandbox(origin, "origin-full", "Full", Extent.RECORDS, CopyProgress.NOBODY);
    assertThat(full.origin()).isEqualTo("origin");
    Map<String, String> copied = sums(HERE, full);
    Map<String, String> expected = sums(HERE, origin);
    for (String pending : List.of("outbox", "import_job", "import_part")) {
      assertThat(copied.remove(pending)).startsWith("0 ");
      assertThat(expected.remove(pending)).doesNotStartWith("0 ");
    }
    assertThat(copied).containsExactlyEntriesOf(expected);

    Tenant bare = copier.sandbox(origin, "origin-bare", "Bare", Extent.MODEL, CopyProgress.NOBODY);
    TestTenant model = new TestTenant(HERE.platform(), bare);
    RecordService records = new DefaultRecordService(model.database(), model.registry());
    var context = TestContexts.of(bare, bench.li()).withMetadataVersion(model.version());
    assertThat(model.snapshot().object("store")).isNotNull();
    assertThat(records.get(context, "user", bench.li(), List.of()).get("name")).isEqualTo("Li");
    assertThatThrownBy(() -> records.get(context, "store", store.id(), List.of()))
        .isInstanceOf(ProblemException.class);
    RecordView first =
        records.execute(
            context,
            new RecordCommand.Create("store", RecordBench.json("{\"name\": \"first\"}"), null));
    assertThat(first.get("code")).isEqualTo("ST-00001");
    assertThat(
            HERE.platform()
                .sessions()
                .logIn(new Login("origin-bare", "admin", PASSWORD))
                .state()
                .tenant()
                .origin())
        .isEqualTo("origin");
    assertThat(HERE.platform().tenantLife().sandboxes("origin"))
        .extracting(known -> known.tenant().code())
        .contains("origin-full", "origin-bare");
  }

  @Test
  void a_copy_that_fails_at_any_step_leaves_nothing_and_can_be_repeated() {
    List<CopyProgress.Step> heard = new ArrayList<>();
    TenantCopier copier = copier(HERE.platform());
    Tenant origin = bench.model().tenant();
    copier.sandbox(origin, "fault-0", "x", Extent.RECORDS, (step, done, total) -> heard.add(step));
    assertThat(heard).contains(CopyProgress.Step.values());
    for (int i = 0; i < heard.size(); i++) {
      // Every kind of step, and some moments within the long ones.
      if (i > 0 && heard.get(i) == heard.get(i - 1) && i % 7 != 0) {
        continue;
      }
      int at = i;
      int[] calls = {0};
      assertThatThrownBy(() ->
              copier.sandbox(
                  origin,
                  "fault",
                  "x",
                  Extent.RECORDS,
                  (step, done, total) -> {
                    if (calls[0]++ == at) {
                      throw new IllegalStateException("fault " + at + " " + step);
                    }
                  }))
          .hasMessageStartingWith("fault " + at);
      if (HERE.platform().tenantLife().find("fault") != null) {
        // Only when it was open already.
        assertThat(at).isEqualTo(heard.size() - 1);
        HERE.platform().tenantLife().delete("fault");
      }
    }
    assertThat(ask(HERE, "select nspname from pg_namespace where nspname like 't\\_%'"))
        .hasSameSizeAs(HERE.platform().tenantLife().list());
    Tenant made = copier.sandbox(origin, "fault", "x", Extent.RECORDS, CopyProgress.NOBODY);
    assertThat(HERE.platform().tenants().find("fault")).isEqualTo(made);
  }

  @Test
  void a_deleted_tenant_leaves_nothing_behind() {
    Tenant copy = restore(dump, "leaving");
    String token =
        ELSEWHERE.platform().sessions().logIn(new Login("leaving", "admin", PASSWORD)).token();
    // Connections that were at work for the tenant are at work for others afterwards.
    together(() ->
        ELSEWHERE
            .tenantDatabase()
            .reading(copy)
            .query(SqlFragment.of("select true from pg_sleep(0.05)"), row -> true));
    ELSEWHERE.platform().tenantLife().delete("leaving");
    together(() -> assertThat(ELSEWHERE.platform().sessions().open(token)).isNull());
    assertThat(ELSEWHERE.platform().sessions().open(token)).isNull();
    assertThat(ELSEWHERE.platform().tenants().find("leaving")).isNull();
    assertThat(
            ask(
                ELSEWHERE,
                "select nspname from pg_namespace where nspname = '" + copy.schema().name() + "'"))
        .isEmpty();
    assertThat(
            ask(
                ELSEWHERE,
                "select rolname from pg_roles where rolname like '" + copy.runtimeRole() + "%'"))
        .isEmpty();
    assertThat(ask(ELSEWHERE, "select id from huozi.account where tenant_id = " + copy.id()))
        .isEmpty();
    assertThatThrownBy(() -> ELSEWHERE.platform().tenantLife().delete("leaving"))
        .isInstanceOf(ProblemException.class);
  }

  /// Sixteen times at once; fails as the first of them that fails.
  private static void together(Runnable work) {
    CompletableFuture.allOf(
            IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.runAsync(work, Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  @Test
  void a_file_that_is_not_a_whole_dump_is_refused_and_leaves_nothing() {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 25; i++) {
      byte[] file = dump.clone();
      if (i % 2 == 0) {
        file = Arrays.copyOf(file, random.nextInt(file.length));
      } else {
        // The directory at the end is nothing that a restore reads.
        file[random.nextInt(file.length * 9 / 10)] ^= (byte) (1 << random.nextInt(8));
      }
      byte[] broken = file;
      try {
        restore(broken, "broken-" + i);
        // Bits that do not matter, such as a time stamp, may be wrong.
        assertThat(sums(ELSEWHERE, ELSEWHERE.platform().tenants().find("broken-" + i)))
            .as("seed %d, case %d", seed, i)
            .isEqualTo(sums);
      } catch (ProblemException problem) {
        refused++;
        assertThat(ELSEWHERE.platform().tenantLife().find("broken-" + i))
            .as("seed %d, case %d", seed, i)
            .isNull();
      }
    }
    assertThat(refused).as("seed %d", seed).isGreaterThan(15);
  }

  @Test
  void a_taken_code_is_refused() {
    restore(dump, "taken");
    assertThatThrownBy(() -> restore(dump, "taken"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(PlatformError.TENANT_CODE_TAKEN));
  }
}
