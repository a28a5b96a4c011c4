package dev.huozi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.json.Json;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.command.Shell.Run;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a consultant does all day: plan, look, apply, compare, export.
@ServerTest
class DeploymentTest {
  private static final String MANIFEST =
      """
      # yaml-language-server: $schema=.schemas/pack.schema.json
      id: trees
      version: %s
      label:
        zh: 树木
        en: Trees
      """;
  private static final String TREE =
      """
      # yaml-language-server: $schema=../.schemas/object.schema.json
      name: 树
      label:
        zh: 树
        en: Tree
      nameField: name
      fields:
        - name: name
          label:
            zh: 名称
            en: Name
          type: text
          required: true
        - name: height
          label:
            zh: 高度
            en: Height
          type: number
          precision: 6
          scale: 2
      """;

  @TempDir Path folder;
  private Shell shell = Shell.in(Path.of(""));
  private Client admin = Client.anonymous();

  @BeforeEach
  void aTenantOfItsOwn() {
    String code = Fixture.name("trees");
    Client.Answer made = Fixture.operator().post("/api/tenants", Fixture.tenantBody(code));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    admin = Client.anonymous().logIn(code, "admin", Fixture.PASSWORD);
    shell = Shell.in(folder);
    Run in =
        shell
            .with("HUOZI_PASSWORD", Fixture.PASSWORD)
            .run("login", "--tenant", code, "--user", "admin");
    assertThat(in.code()).as(in.all()).isZero();
  }

  @Test
  void aPlanIsPrintedInBothLanguagesWithoutColoursAndKept() throws IOException {
    String pack = shell.pack("pack", files("1.0.0", TREE)).toString();
    Run english = shell.run("plan", "--detailed-exitcode", pack);
    assertThat(english.code()).as(english.all()).isEqualTo(2);
    assertThat(stable(english.output())).isEqualTo(golden("plan_new_en.txt"));
    assertThat(english.errors()).isEmpty();
    assertThat(shell.run("plan", "-o", "-", pack).code()).isZero();
    assertThat(shell.run("deploy", "--quiet", pack).output()).isEmpty();
    Run nothing = shell.run("plan", "--detailed-exitcode", "--lang", "zh", pack);
    assertThat(nothing.code()).as(nothing.all()).isZero();
    assertThat(nothing.output()).isEqualTo("无需变更：租户已具备全部内容。\n");

    String next = shell.pack("next", files("1.1.0", higher())).toString();
    Run chinese = shell.run("plan", "--lang", "zh", next);
    assertThat(chinese.code()).as(chinese.all()).isZero();
    assertThat(stable(chinese.output())).isEqualTo(golden("plan_change_zh.txt"));
    assertThat(folder.resolve("trees-1.1.0.huozi-plan")).exists();
    JsonNode json = Json.read(shell.run("plan", "--json", next).output());
    assertThat(json.path("digest").asText()).isNotBlank();
    assertThat(json.path("installed").asText()).isEqualTo("1.0.0");
  }

  @Test
  void aPlanFileIsAppliedExactlyAndRefusedOnceTheTenantHasChanged() throws IOException {
    String pack = shell.pack("pack", files("1.0.0", TREE)).toString();
    assertThat(shell.run("plan", "-o", "first.plan", pack).code()).isZero();
    assertThat(shell.run("plan", "-o", "second.plan", pack).code()).isZero();
    Run applied = shell.run("apply", "first.plan");
    assertThat(applied.code()).as(applied.all()).isZero();
    assertThat(applied.output()).contains("trees 1.0.0 is applied");
    assertThat(admin.get("/api/meta/object/" + Client.encode("树")).status()).isEqualTo(200);

    Run late = shell.run("apply", "second.plan");
    assertThat(late.code()).isEqualTo(1);
    assertThat(late.errors()).contains("Make the plan again");

    Files.writeString(folder.resolve("odd.plan"), "{\"format\": 9}");
    assertThat(shell.run("apply", "odd.plan").errors()).contains("odd.plan is no plan file");
    Fixture other = Fixture.tenant("alpha");
    shell
        .with("HUOZI_PASSWORD", Fixture.PASSWORD)
        .run("login", "--tenant", other.code(), "--user", "admin");
    Run elsewhere = shell.run("apply", "second.plan");
    assertThat(elsewhere.code()).isEqualTo(3);
    assertThat(elsewhere.errors()).contains("was planned for", other.code());
  }

  @Test
  void nobodyIsAskedWhereNobodySitsAndLossesNeedConsent() throws IOException {
    String pack = shell.pack("pack", files("1.0.0", TREE)).toString();
    Run unasked = shell.run("apply", pack);
    assertThat(unasked.code()).isEqualTo(1);
    assertThat(unasked.errors()).contains("--yes");
    assertThat(admin.get("/api/meta/object/" + Client.encode("树")).status()).isEqualTo(404);
    assertThat(shell.run("apply", "--yes", pack).code()).isZero();
    Client.Answer made =
        admin.post("/api/data/" + Client.encode("树"), "{\"name\": \"oak\", \"height\": 12.5}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);

    String less = TREE.substring(0, TREE.indexOf("  - name: height"));
    String smaller = shell.pack("smaller", files("1.1.0", less)).toString();
    Run plan = shell.run("plan", smaller);
    assertThat(plan.output()).contains("- fields.height", "1 row loses");
    Run refused = shell.run("apply", "--yes", smaller);
    assertThat(refused.code()).as(refused.all()).isEqualTo(1);
    assertThat(refused.errors()).contains("height", "1", "--allow-destroy");
    Run agreed = shell.run("apply", "--allow-destroy", "trees-1.1.0.huozi-plan");
    assertThat(agreed.code()).as(agreed.all()).isZero();
  }

  @Test
  void anExportGivesBackTheSameBytesAndDifferencesAreNamed()
      throws IOException, InterruptedException {
    Path pack = shell.pack("pack", files("1.0.0", TREE));
    assertThat(shell.run("deploy", pack.toString()).code()).isZero();
    Run exported = shell.run("export", "trees", "out");
    assertThat(exported.code()).as(exported.all()).isZero();
    assertThat(exported.output()).isEqualTo("Pack trees is written to out: 2 files.\n");
    assertThat(compare(pack, folder.resolve("out"))).isEmpty();
    assertThat(shell.run("export", "trees", "out").errors()).contains("not empty");
    Files.writeString(folder.resolve("out/README.md"), "mine");
    Files.writeString(folder.resolve("out/objects/gone.object.yaml"), "name: gone\n");
    assertThat(shell.run("export", "--force", "trees", "out").code()).isZero();
    assertThat(folder.resolve("out/README.md")).exists();
    assertThat(folder.resolve("out/objects/gone.object.yaml")).doesNotExist();
    assertThat(shell.run("export", "nowhere", "none").code()).isEqualTo(3);

    Run same = shell.run("diff", "--detailed-exitcode", pack.toString());
    assertThat(same.code()).as(same.all()).isZero();
    String next = shell.pack("next", files("1.1.0", higher())).toString();
    Run two = shell.run("diff", "--detailed-exitcode", pack.toString(), next);
    assertThat(two.code()).isEqualTo(2);
    assertThat(two.output())
        .isEqualTo(shell.run("diff", next).output())
        .contains(
            "~ object 树", "~ fields.height.precision  6 → 8", "version  \"1.0.0\" → \"1.1.0\"");
  }

  @Test
  void versionsAreListedComparedAndRolledBackAndUsesAreNamed() throws IOException {
    String pack = shell.pack("pack", files("1.0.0", TREE)).toString();
    assertThat(shell.run("deploy", pack).code()).isZero();
    String next = shell.pack("next", files("1.1.0", higher())).toString();
    assertThat(shell.run("deploy", next).code()).isZero();

    Run versions = shell.run("versions");
    assertThat(versions.code()).as(versions.all()).isZero();
    assertThat(versions.output().lines().skip(1).findFirst().orElse(""))
        .matches("3\t.*trees 1\\.1\\.0");
    assertThat(shell.run("versions", "--limit", "1").output().lines()).hasSize(2);
    Run diff = shell.run("diff", "--detailed-exitcode", "2", "3");
    assertThat(diff.code()).as(diff.all()).isEqualTo(2);
    assertThat(diff.output()).contains("~ fields.height.precision  6 → 8");

    assertThat(shell.run("rollback", "2").errors()).contains("--yes");
    Run back = shell.run("rollback", "--yes", "2");
    assertThat(back.code()).as(back.all()).isZero();
    assertThat(back.output()).contains("~ fields.height.precision  8 → 6", "as version 4");
    assertThat(shell.run("diff", "--detailed-exitcode", pack).code()).isZero();
    assertThat(shell.run("rollback", "--yes", "99").code()).isEqualTo(3);

    Run uses = shell.run("uses", "object", "树", "--field", "height");
    assertThat(uses.code()).as(uses.all()).isZero();
    assertThat(uses.output()).contains("Nobody uses it");
    assertThat(admin.get("/api/meta/versions/99").status()).isEqualTo(404);
  }

  private static String higher() {
    return TREE.replace("precision: 6", "precision: 8").replace("高度", "树高");
  }

  private static Map<String, String> files(String version, String tree) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pack.yaml", MANIFEST.formatted(version));
    files.put("objects/树.object.yaml", tree);
    return files;
  }

  private static String compare(Path one, Path other) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("diff", "-r", one.toString(), other.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : output;
  }

  /// Without what differs from run to run: the tenant's number and the version.
  private static String stable(String output) {
    return output
        .replaceAll("\"t_[0-9a-z]+\"", "\"t_n\"")
        .replaceAll("\\bt_[0-9a-z]+_", "t_n_")
        // Where a long statement is cut depends on how long the tenant's number is.
        .replaceAll("(\"created_by\" uuid not null),.*…", "$1, …");
  }

  private static String golden(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(DeploymentTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
