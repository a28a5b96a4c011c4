package dev.huozi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.command.Shell.Run;
import dev.huozi.ui.testing.Fixture;
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
}
