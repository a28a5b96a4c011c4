package dev.huozi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.command.Shell.Run;
import dev.huozi.ui.testing.Fixture;
import dev.huozi.ui.testing.HuoziServer;
import dev.huozi.ui.testing.SampleModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logging in, tenants and accounts, and what is said when something is not right.
@ServerTest
class HuoziCommandTest {
  @TempDir Path folder;

  @Test
  void aTenantIsMadeAndAPackDeployed() throws IOException {
    Shell shell = Shell.in(folder);
    Shell knowing = shell.with("HUOZI_PASSWORD", Fixture.PASSWORD);
    String code = Fixture.name("cli");
    String home = HuoziServer.home().toString();
    Run made = knowing.run("tenant", "create", code, "--name", "CLI", "--home", home);
    assertThat(made.code()).as(made.all()).isZero();
    assertThat(shell.run("tenant", "list", "--home", home).output()).contains(code + "\tCLI");

    assertThat(shell.run("status").output()).contains("UP", "Nobody is logged in");
    String pack = shell.pack("pack", SampleModel.files()).toString();
    assertThat(shell.run("plan", pack).code()).isEqualTo(1);
    Run in = knowing.run("login", "--tenant", code, "--user", "admin");
    assertThat(in.code()).as(in.all()).isZero();
    Path login = folder.resolve("config/huozi/profiles.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(login)))
        .isEqualTo("rw-------");
    assertThat(shell.run("status").output()).contains("admin", code);

    Run deployed = shell.run("deploy", pack);
    assertThat(deployed.code()).as(deployed.all()).isZero();
    assertThat(deployed.output()).contains("sample 1.0.0");
    assertThat(shell.run("pack", "list").output()).contains("sample\t1.0.0\tSample\t4 components");

    Run user = knowing.run("user", "create", "rep", "--name", "Rep");
    assertThat(user.code()).as(user.all()).isZero();
    assertThat(shell.run("user", "list").output()).contains("rep\tRep\tuser\ttrue");
    assertThat(shell.run("logout").code()).isZero();
    assertThat(shell.run("user", "list").code()).isEqualTo(1);
  }

  @Test
  void aBadPackIsRefusedWithItsPlaces() throws IOException {
    Shell shell = loggedIn(Fixture.tenant("alpha"));
    Path pack = shell.pack("pack", SampleModel.files());
    Files.writeString(pack.resolve("objects/bad.object.yaml"), "name: bad\ncolour: 1\n");

    Run refused = shell.run("deploy", pack.toString());
    assertThat(refused.code()).as(refused.all()).isEqualTo(3);
    assertThat(refused.errors()).contains("objects/bad.object.yaml:2:");
    assertThat(shell.run("deploy", folder.toString()).errors()).contains("pack.yaml");
  }

  @Test
  void whatIsGivenWronglyEndsWithThree() {
    Shell shell = loggedIn(Fixture.tenant("alpha"));
    for (String line :
        List.of(
            "pack check nowhere",
            "plan nowhere",
            "apply no.plan",
            "rollback 9999",
            "diff 1 9999",
            "export unheard-of folder",
            "user create")) {
      Run run = shell.run(line.split(" "));
      assertThat(run.code()).as(line + "\n" + run.all()).isEqualTo(3);
      assertThat(run.errors()).as(line).isNotBlank().doesNotContain("Exception");
    }
    assertThat(shell.run("versions").output()).startsWith("VERSION\tPUBLISHED\tBY");
  }

  @Test
  void aPasswordThatNobodyCanTypeIsAskedForByName() {
    Run run = Shell.in(folder).run("login", "--tenant", "alpha", "--user", "admin");
    assertThat(run.code()).as(run.all()).isEqualTo(1);
    assertThat(run.errors()).contains("HUOZI_PASSWORD");
  }

  @Test
  void adviceNamesTheProgramAsItWasCalled() {
    Run run = Shell.in(folder).with("HUOZI_COMMAND", "./huozi").run("versions");
    assertThat(run.errors()).contains("./huozi login --tenant");
    Run misused = Shell.in(folder).with("HUOZI_COMMAND", "./huozi").run("apply", "a", "b");
    assertThat(misused.errors()).contains("See: ./huozi apply --help");
  }

  @Test
  void whatIsNotRightIsNamedWithAdvice() {
    Shell shell = Shell.in(folder);
    Run absent = shell.run("status", "--url", "http://127.0.0.1:1", "--lang", "zh");
    assertThat(absent.code()).isEqualTo(1);
    assertThat(absent.errors()).contains("http://127.0.0.1:1").contains("没有服务器应答");

    Run odd = shell.run("status", "--url", "http://a b");
    assertThat(odd.code()).isEqualTo(3);
    assertThat(odd.errors()).contains("http://a b").contains("no address");

    Run foreign = shell.with("HUOZI_TOKEN", "x".repeat(43)).run("pack", "list");
    assertThat(foreign.code()).isEqualTo(1);
    assertThat(foreign.errors()).isNotBlank().doesNotContain("Exception");

    Run wrong = shell.with("HUOZI_LANG", "zh").run("deploy");
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.errors()).contains("缺少：DIR", "huozi deploy --help");
    assertThat(shell.run("nonsense").code()).isEqualTo(3);
    assertThat(shell.run("plan", "--colour", "x").errors()).contains("--colour");

    Run password =
        shell
            .with("HUOZI_PASSWORD", "wrong-wrong-wrong")
            .run("login", "--tenant", "nowhere", "--user", "admin");
    assertThat(password.code()).isEqualTo(1);
    assertThat(folder.resolve("config")).doesNotExist();
  }

  @Test
  void aProfileKeepsEachLoginApart() {
    Fixture one = Fixture.tenant("alpha");
    Fixture two = Fixture.tenant("beta");
    Shell shell = loggedIn(one);
    shell
        .with("HUOZI_PASSWORD", Fixture.PASSWORD)
        .run("login", "--profile", "second", "--tenant", two.code(), "--user", "admin");

    assertThat(shell.run("status").output()).contains(one.code());
    assertThat(shell.run("status", "--profile", "second").output()).contains(two.code());
    assertThat(shell.with("HUOZI_PROFILE", "second").run("status", "--json").output())
        .contains("\"tenant\":\"" + two.code() + "\"");
    assertThat(shell.run("status", "--profile", "third").output()).contains("Nobody");
  }

  private Shell loggedIn(Fixture tenant) {
    Shell shell = Shell.in(folder);
    Run in =
        shell
            .with("HUOZI_PASSWORD", Fixture.PASSWORD)
            .run("login", "--tenant", tenant.code(), "--user", "admin");
    assertThat(in.code()).as(in.all()).isZero();
    return shell;
  }
}
