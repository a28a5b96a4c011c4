package dev.huozi.ui.command;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Which server, in which language: the options that all commands share.
final class ServerOptions {
  @CommandLine.Option(
      names = "--url",
      paramLabel = "URL",
      description = "address of the server; else HUOZI_SERVER, else http://HUOZI_HOST:HUOZI_PORT")
  private @Nullable String url;

  @CommandLine.Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "language of the messages")
  private @Nullable String language;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.@Nullable CommandSpec command;

  private final Map<String, String> environment = System.getenv();

  URI server() {
    String text = url == null ? environment.get("HUOZI_SERVER") : url;
    if (text == null) {
      text =
          "http://%s:%s"
              .formatted(
                  environment.getOrDefault("HUOZI_HOST", "127.0.0.1"),
                  environment.getOrDefault("HUOZI_PORT", "8420"));
    }
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  Console console() {
    CommandLine line = Objects.requireNonNull(command).commandLine();
    return new Console(line.getOut(), line.getErr(), locale());
  }

  private Locale locale() {
    return language == null ? Locale.getDefault() : Locale.forLanguageTag(language);
  }

  Path loginFile() {
    return StoredLogin.file(environment);
  }

  @Nullable StoredLogin login() {
    return StoredLogin.read(loginFile(), server());
  }

  ApiConnection anonymous() {
    return new ApiConnection(server(), null, locale());
  }

  /// As whoever logged in last with `huozi login`, or as the token in HUOZI_TOKEN says.
  ApiConnection loggedIn() {
    String token = environment.get("HUOZI_TOKEN");
    if (token != null && !token.isBlank()) {
      return new ApiConnection(server(), token.strip(), locale());
    }
    StoredLogin login = login();
    if (login == null) {
      throw new CommandFailure("cli.login.missing", "url", server().toString(), null);
    }
    return new ApiConnection(server(), login.token(), locale());
  }

  /// As the operator of the installation in `home`.
  ApiConnection operator(@Nullable Path home) {
    Path folder = home == null ? Path.of(environment.getOrDefault("HUOZI_HOME", ".huozi")) : home;
    Path file = folder.resolve("operator.token");
    try {
      return new ApiConnection(server(), Files.readString(file).strip(), locale());
    } catch (IOException e) {
      throw new CommandFailure("cli.operator.missing", "file", file.toString(), e);
    }
  }

  /// A password, from HUOZI_PASSWORD, the terminal, or the first line of the input; never from an
  /// argument, which others could read in the list of processes.
  String password() {
    String given = environment.get("HUOZI_PASSWORD");
    if (given != null) {
      return given;
    }
    if (System.console() != null && System.console().isTerminal()) {
      char[] typed = System.console().readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    try {
      String input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      return input.lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new CommandFailure("cli.password.missing", "name", "HUOZI_PASSWORD", e);
    }
  }
}
