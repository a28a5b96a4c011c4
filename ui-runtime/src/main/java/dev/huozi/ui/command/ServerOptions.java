package dev.huozi.ui.command;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Which server, and as whom: what all commands that talk to one share.
final class ServerOptions extends OutputOptions {
  private static final String DEFAULT_PROFILE = "default";

  @CommandLine.Option(names = "--url", paramLabel = "URL")
  private @Nullable String url;

  @CommandLine.Option(names = "--profile", paramLabel = "NAME")
  private @Nullable String profile;

  /// `--url`, else HUOZI_SERVER, else the one of the profile, else HUOZI_HOST and HUOZI_PORT.
  URI server() {
    String text = url == null ? environment().get("HUOZI_SERVER") : url;
    if (text == null || text.isBlank()) {
      Profiles.Login login = profiles().find(profileName());
      text = login == null ? nearest() : login.url();
    }
    try {
      return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("url.invalid", Map.of("url", text), e);
    }
  }

  private String nearest() {
    return "http://%s:%s"
        .formatted(
            environment().getOrDefault("HUOZI_HOST", "127.0.0.1"),
            environment().getOrDefault("HUOZI_PORT", "8420"));
  }

  /// `--profile`, else HUOZI_PROFILE, else `default`.
  String profileName() {
    return profile == null ? environment().getOrDefault("HUOZI_PROFILE", DEFAULT_PROFILE) : profile;
  }

  Profiles profiles() {
    return Profiles.of(environment());
  }

  /// The login that the profile holds for this server, or null.
  Profiles.@Nullable Login login() {
    Profiles.Login login = profiles().find(profileName());
    return login != null && login.url().equals(server().toString()) ? login : null;
  }

  ApiConnection anonymous() {
    return connection(null);
  }

  /// As HUOZI_TOKEN says, else as who logged in with `huozi login`.
  ApiConnection loggedIn() {
    String token = environment().get("HUOZI_TOKEN");
    if (token != null && !token.isBlank()) {
      return connection(token.strip());
    }
    Profiles.Login login = login();
    if (login == null) {
      throw new CommandFailure(
          "login.missing", Map.of("url", server(), "profile", profileName()), null);
    }
    return connection(login.token());
  }

  /// As the operator of the installation in `home`.
  ApiConnection operator(@Nullable Path home) {
    return connection(operatorToken(home));
  }

  /// The token of the operator of the installation in `home`.
  String operatorToken(@Nullable Path home) {
    Path folder = home == null ? Path.of(environment().getOrDefault("HUOZI_HOME", ".huozi")) : home;
    Path file = folder.resolve("operator.token");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandFailure("operator.missing", Map.of("file", file), e);
    }
  }

  private ApiConnection connection(@Nullable String token) {
    return new ApiConnection(server(), token, locale());
  }

  /// A password, from HUOZI_PASSWORD, the terminal, or the first line of the input; never from an
  /// argument, which others could read in the list of processes.
  String password() {
    String given = environment().get("HUOZI_PASSWORD");
    if (given != null) {
      return given;
    }
    if (System.console() != null && System.console().isTerminal()) {
      char[] typed = System.console().readPassword("%s", console().text("password", Map.of()));
      return typed == null ? "" : new String(typed);
    }
    try {
      String input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      return input.lines().findFirst().orElseThrow(() -> noPassword(null));
    } catch (IOException e) {
      throw noPassword(e);
    }
  }

  private static CommandFailure noPassword(@Nullable IOException cause) {
    return new CommandFailure("password.missing", Map.of("name", "HUOZI_PASSWORD"), cause);
  }
}
