package dev.huozi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import dev.huozi.ui.testing.HuoziServer;
import dev.huozi.ui.testing.SampleModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line as its users run it: a process of its own against the running server.
@ServerTest
class HuoziCommandTest {
  @TempDir Path folder;

  /// How a command ended.
  private record Run(int code, String output) {}

  @Test
  void aTenantIsMadeAndAPackDeployed() throws IOException {
    String code = Fixture.name("cli");
    Run made =
        run(
            Fixture.PASSWORD,
            "tenant",
            "create",
            code,
            "--name",
            "CLI",
            "--home",
            HuoziServer.home().toString());
    assertThat(made.code()).as(made.output()).isZero();
    assertThat(run("", "tenant", "list", "--home", HuoziServer.home().toString()).output())
        .contains(code + "\tCLI");

    assertThat(run("", "status").output()).contains("UP", "Nobody is logged in");
    assertThat(run("", "plan", packFolder().toString()).code()).isEqualTo(1);
    Run in = run(Fixture.PASSWORD, "login", "--tenant", code, "--user", "admin");
    assertThat(in.code()).as(in.output()).isZero();
    Path login = folder.resolve("config/huozi/profiles.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(login)))
        .isEqualTo("rw-------");
    assertThat(run("", "status").output()).contains("admin", code);

    String pack = packFolder().toString();
    Run plan = run("", "plan", "--detailed-exitcode", "-o", "-", pack);
    assertThat(plan.code()).as(plan.output()).isEqualTo(2);
    assertThat(plan.output()).contains("+ object thing").containsIgnoringCase("create table");
    Run deployed = run("", "deploy", pack);
    assertThat(deployed.code()).as(deployed.output()).isZero();
    assertThat(deployed.output()).contains("sample 1.0.0");
    assertThat(run("", "plan", "--detailed-exitcode", "-o", "-", pack).code()).isZero();

    Run user = run(Fixture.PASSWORD, "user", "create", "rep", "--name", "Rep");
    assertThat(user.code()).as(user.output()).isZero();
    assertThat(run("", "user", "list").output()).contains("rep\tRep\tuser\ttrue");
    assertThat(run("", "logout").code()).isZero();
    assertThat(run("", "user", "list").code()).isEqualTo(1);
  }

  @Test
  void aBadPackIsRefusedWithItsPlaces() throws IOException {
    Fixture tenant = Fixture.tenant("alpha");
    assertThat(run(Fixture.PASSWORD, "login", "--tenant", tenant.code(), "--user", "admin").code())
        .isZero();
    Path pack = packFolder();
    Files.writeString(pack.resolve("objects/bad.object.yaml"), "name: bad\ncolour: 1\n");

    Run refused = run("", "deploy", pack.toString());
    assertThat(refused.code()).as(refused.output()).isEqualTo(3);
    assertThat(refused.output()).contains("objects/bad.object.yaml:2:");
    assertThat(run("", "deploy", folder.toString()).output()).contains("pack.yaml");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    Run run = run("", "status", "--url", "http://127.0.0.1:1", "--lang", "zh");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output()).contains("http://127.0.0.1:1").contains("没有服务器应答");
  }

  private Path packFolder() throws IOException {
    Path pack = folder.resolve("pack");
    Map<String, String> files = SampleModel.files();
    // File names beyond ASCII need a UTF-8 locale, which a build machine may lack.
    files.keySet().removeIf(path -> !path.chars().allMatch(c -> c < 128));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = pack.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    return pack;
  }

  private Run run(String password, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.huozi.ui.command.HuoziCommand"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HUOZI_SERVER", Client.server().toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    builder.environment().put("HUOZI_PASSWORD", password);
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
