package dev.huozi.metadata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.metadata.store.CopiedModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.identity.NewAccount;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.TenantJob;
import dev.huozi.platform.tenant.TenantJobs;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Making sandboxes as an administrator does, and taking home what was tried there.
@Tag("db")
class SandboxesTest {
  private static final String NOTE =
      """
      name: note
      label: {zh: 便条, en: Note}
      nameField: text
      fields:
        - {name: text, label: {zh: 内容, en: Text}, type: text}
      """;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final TenantJobs jobs = DATABASE.platform().tenantJobs();

  private static TestTenant tenant(String code) {
    TestTenant tenant = new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
    DATABASE
        .platform()
        .accounts()
        .create(
            tenant.tenant(),
            new NewAccount(
                UUID.randomUUID(),
                "admin",
                "Li",
                Principal.Role.ADMIN,
                "a-long-enough-password",
                null));
    return tenant;
  }

  private static Sandboxes sandboxes(TestTenant tenant) {
    TenantCopier copier =
        new TenantCopier(
            DATABASE.platform().tenantCopies(),
            DATABASE.platform().tenantLife(),
            TestModels.KINDS,
            Clock.systemUTC());
    return new Sandboxes(
        copier,
        DATABASE.platform().tenantLife(),
        DATABASE.platform().tenantJobs(),
        tenant.publisher(),
        tenant.deployer(),
        new CopiedModel(tenant.database()),
        TestModels.KINDS);
  }

  private Sandbox made(Sandboxes sandboxes, TestTenant tenant) {
    Sandbox begun = sandboxes.create(tenant.context(), "Trial", false);
    ended(begun.code());
    return sandboxes.find(tenant.context(), begun.code());
  }

  private TenantJob ended(String code) {
    for (int i = 0; i < 600; i++) {
      TenantJob job = jobs.newest(code);
      if (job != null && job.state() != TenantJob.State.RUNNING) {
        return job;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("The job with (" + code + ") does not end.");
  }

  private static TestTenant inside(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.platform().tenantLife().whole(code));
  }

  @Test
  void what_was_tried_comes_home_and_what_the_original_did_stays() {
    TestTenant origin = tenant("home");
    origin.publish("objects/note.object.yaml", NOTE);
    Sandboxes sandboxes = sandboxes(origin);
    Sandbox sandbox = made(sandboxes, origin);
    assertThat(sandbox.state()).isEqualTo(Sandbox.State.READY);
    assertThat(sandbox.code()).isEqualTo("home-sandbox");
    assertThat(sandboxes.homecoming(origin.context(), sandbox.code()).items()).isEmpty();

    TestTenant trial = inside(sandbox.code());
    trial.deployer().apply(trial.context(), new PackReader(TestModels.KINDS).read(PACK));
    trial.publish(
        "objects/note.object.yaml",
        NOTE + "  - {name: tried, label: {zh: 试用, en: Tried}, type: text}\n",
        "optionsets/mood.optionset.yaml",
        "name: mood\nlabel: {zh: 心情, en: Mood}\nvalues:\n  - {code: good, label: {zh: 好, en: Good}}\n");
    // Meanwhile, at home: another field, and another label of the field that both have.
    origin.publish(
        "objects/note.object.yaml",
        NOTE + "  - {name: own, label: {zh: 自有, en: Own}, type: text}\n");

    Homecoming home = sandboxes.homecoming(origin.context(), sandbox.code());
    assertThat(home.packs()).extracting(Homecoming.TriedPack::pack).containsExactly("tiny");
    assertThat(home.items())
        .extracting(item -> item.ref() + " " + item.path())
        .contains("object note fields.tried", "optionset mood ", "object tiny_thing ")
        .doesNotContain("object note fields.own");
    for (Homecoming.TriedPack pack : home.packs()) {
      origin
          .deployer()
          .apply(origin.context(), new PackReader(TestModels.KINDS).read(pack.files()));
    }
    Homecoming rest = sandboxes.homecoming(origin.context(), sandbox.code());
    assertThat(rest.packs()).isEmpty();
    origin.publisher().publish(origin.context(), rest.changes(), Approval.at(origin.version()));
    assertThat(origin.object("note").definition().fields())
        .extracting(field -> field.name())
        .containsExactlyInAnyOrder("text", "own", "tried");
    assertThat(origin.object("tiny_thing")).isNotNull();
    assertThat(sandboxes.homecoming(origin.context(), sandbox.code()).items()).isEmpty();
    assertThat(sandboxes.homecoming(origin.context(), sandbox.code()).packs()).isEmpty();
  }

  private static final Map<String, String> PACK =
      Map.of(
          "pack.yaml",
          "id: tiny\nversion: 1.0.0\nlabel: {zh: 小包, en: Tiny}\n",
          "objects/tiny_thing.object.yaml",
          """
          name: tiny_thing
          label: {zh: 小东西, en: Tiny thing}
          nameField: name
          fields:
            - {name: name, label: {zh: 名称, en: Name}, type: text}
          """);

  @Test
  void a_property_that_both_changed_is_listed_and_taken_from_the_sandbox() {
    TestTenant origin = tenant("both");
    origin.publish("objects/note.object.yaml", NOTE);
    Sandboxes sandboxes = sandboxes(origin);
    Sandbox sandbox = made(sandboxes, origin);
    inside(sandbox.code()).publish("objects/note.object.yaml", NOTE.replace("内容", "试内容"));
    origin.publish("objects/note.object.yaml", NOTE.replace("内容", "新内容"));
    Homecoming home = sandboxes.homecoming(origin.context(), sandbox.code());
    assertThat(home.overruled())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.ref()).isEqualTo(new MetadataRef("object", "note"));
          assertThat(one.path()).isEqualTo("fields.text.label.zh");
          assertThat(String.valueOf(one.original())).isEqualTo("\"新内容\"");
        });
    origin.publisher().publish(origin.context(), home.changes(), Approval.at(origin.version()));
    assertThat(
            origin
                .object("note")
                .definition()
                .fields()
                .getFirst()
                .label()
                .get(java.util.Locale.CHINESE, ""))
        .isEqualTo("试内容");
  }

  @Test
  void a_tenant_has_few_sandboxes_of_its_own_and_a_sandbox_has_none() {
    TestTenant origin = tenant("few");
    TestTenant other = tenant("other");
    Sandboxes sandboxes = sandboxes(origin);
    for (int i = 0; i < Sandboxes.MOST; i++) {
      made(sandboxes, origin);
    }
    assertThat(sandboxes.list(origin.context()))
        .extracting(Sandbox::code)
        .containsExactly("few-sandbox", "few-sandbox-2", "few-sandbox-3");
    assertThatThrownBy(() -> sandboxes.create(origin.context(), "More", false))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(PlatformError.SANDBOX_LIMIT));
    assertThatThrownBy(() -> sandboxes.create(inside("few-sandbox").context(), "Deep", false))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> sandboxes.find(other.context(), "few-sandbox"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> sandboxes.delete(other.context(), "few-sandbox"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> sandboxes.homecoming(other.context(), "few-sandbox"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> sandboxes.create(origin.context(Principal.Role.USER), "Mine", false))
        .isInstanceOf(ProblemException.class);
    sandboxes.delete(origin.context(), "few-sandbox-2");
    assertThat(ended("few-sandbox-2").state()).isEqualTo(TenantJob.State.DONE);
    assertThat(sandboxes.list(origin.context()))
        .extracting(Sandbox::code)
        .containsExactly("few-sandbox", "few-sandbox-3");
    assertThat(made(sandboxes, origin).code()).isEqualTo("few-sandbox-2");
  }

  @Test
  void what_a_dead_server_left_is_taken_away_and_can_be_made_again() throws SQLException {
    TestTenant origin = tenant("dead");
    Sandboxes sandboxes = sandboxes(origin);
    // A job that stops in the middle as a killed process does: no end, no more heartbeats.
    DATABASE
        .platform()
        .tenantLife()
        .beginCopy(
            new dev.huozi.platform.tenant.NewTenant(
                "dead-sandbox",
                "Half",
                origin.tenant().zone(),
                "CNY",
                origin.tenant().sortCollation(),
                origin.tenant().locale()),
            "dead");
    String job =
        "insert into huozi.tenant_job (id, kind, code, origin, state, step, heartbeat_at) values (gen_random_uuid(), 'SANDBOX', 'dead-sandbox', 'dead', 'RUNNING', 'COPYING', now() - interval '%d seconds')";
    execute(job.formatted(5));
    assertThat(sandboxes.list(origin.context()))
        .singleElement()
        .satisfies(sandbox -> assertThat(sandbox.state()).isEqualTo(Sandbox.State.MAKING));
    execute("update huozi.tenant_job set heartbeat_at = now() - interval '1 minute'");
    assertThat(sandboxes.list(origin.context()))
        .singleElement()
        .satisfies(sandbox -> {
          assertThat(sandbox.state()).isEqualTo(Sandbox.State.FAILED);
          assertThat(String.valueOf(sandbox.job())).contains("TENANT_JOB_INTERRUPTED");
        });
    assertThat(DATABASE.platform().tenantLife().find("dead-sandbox")).isNull();
    assertThat(made(sandboxes, origin).state()).isEqualTo(Sandbox.State.READY);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_job_tells_how_long_it_may_still_take() {
    TenantJob half =
        new TenantJob(
            UUID.randomUUID(),
            TenantJob.Kind.SANDBOX,
            "x",
            null,
            TenantJob.State.RUNNING,
            dev.huozi.platform.dump.CopyProgress.Step.COPYING,
            50,
            1_000,
            2_000,
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH.plusSeconds(10),
            null,
            null,
            null);
    assertThat(half.left()).isEqualTo(Duration.ofSeconds(10));
    assertThat(half.rate()).isEqualTo(100);
  }
}
