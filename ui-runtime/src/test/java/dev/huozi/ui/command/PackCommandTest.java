package dev.huozi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.command.Shell.Run;
import dev.huozi.ui.testing.Fixture;
import dev.huozi.ui.testing.HuoziServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pack from its beginning at the desk to its removal from a tenant.
@ServerTest
class PackCommandTest {
  @TempDir Path folder;

  @Test
  void aPackIsBegunCheckedFormattedAppliedAndRemoved() throws IOException {
    Shell shell = Shell.in(folder);
    assertThat(shell.run("pack", "init", "shop", "--label", "Shop").code()).isZero();
    assertThat(shell.run("pack", "init", "shop").code()).as("it would be overwritten").isNotZero();
    assertThat(folder.resolve("shop/.schemas/object.schema.json")).isNotEmptyFile();
    assertThat(shell.run("pack", "check", "shop").code()).isZero();

    Path object = folder.resolve("shop/objects/shop_item.object.yaml");
    String canonical = Files.readString(object);
    Files.writeString(object, canonical.replace("name: shop_item", "name: \"shop_item\" # why"));
    Run wrong = shell.run("pack", "check", "shop", "--lang", "en");
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.output()).contains("objects/shop_item.object.yaml:2:19: Comments");
    assertThat(shell.run("pack", "format", "--check", "shop").code()).isEqualTo(3);
    assertThat(shell.run("pack", "format", "shop").code()).isZero();
    assertThat(object).hasContent(canonical);
    assertThat(shell.run("pack", "schemas", "shop").code()).isZero();

    String tenant = Fixture.tenant("packs").code();
    Shell in = shell.with("HUOZI_PASSWORD", Fixture.PASSWORD);
    assertThat(in.run("login", "--tenant", tenant, "--user", "admin").code()).isZero();
    assertThat(shell.run("deploy", "shop").code()).isZero();
    assertThat(shell.run("pack", "list").output()).contains("shop\t0.1.0");
    Run removed = shell.run("pack", "uninstall", "shop", "--yes", "--lang", "en");
    assertThat(removed.code()).as(removed.all()).isZero();
    assertThat(removed.output()).contains("- object shop_item: 0 records", "Pack shop is removed");
    assertThat(shell.run("pack", "list").output()).doesNotContain("shop\t");
  }

  @Test
  void scenariosAreRunOnTenantsOfTheirOwn() throws IOException {
    Shell shell = Shell.in(folder);
    assertThat(shell.run("pack", "init", "shop").code()).isZero();
    Path scenario = folder.resolve("shop/scenarios/first.scenario.yaml");
    Files.createDirectories(scenario.getParent());
    String good =
        """
        name: first
        users: [{user: li}]
        steps:
          - {as: li, create: shop_item, values: {name: Tea}, save: tea, expect: {values: {name: Tea}}}
          - {create: shop_item, expect: {error: RECORD_FIELD_REQUIRED}}
          - {as: li, update: tea, values: {name: Coffee}}
          - {query: shop_item, expect: {count: 1, values: {name: Coffee}}}
          - {delete: tea}
          - {query: shop_item, expect: {count: 0}}
        """;
    Files.writeString(scenario, good);
    String home = HuoziServer.home().toString();
    Run passed = shell.run("pack", "test", "shop", "--home", home, "--lang", "en");
    assertThat(passed.code()).as(passed.all()).isZero();
    assertThat(passed.output()).contains("✓ first", "1 scenario, 0 failed.");
    assertThat(shell.run("tenant", "list", "--home", home).output()).doesNotContain("scn");

    Files.writeString(scenario, good.replace("count: 1", "count: 2"));
    Run failed = shell.run("pack", "test", "shop", "--home", home, "--lang", "en");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.output()).contains("✗ first", "step 4: expected 2 records, found 1");
    Files.writeString(scenario, good.replace("update: tea", "update: coffee"));
    Run wrong = shell.run("pack", "test", "shop", "--home", home, "--lang", "en");
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.errors()).contains("scenarios/first.scenario.yaml:");
  }
}
