package dev.huozi.ui.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Ends the login, on the server and here.
@Command(name = "logout")
final class LogoutCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    ApiConnection connection = server.loggedIn();
    server.profiles().remove(server.profileName());
    connection.delete(LoginCommand.SESSION);
    server.console().say("logout.done", Map.of());
    return ExitCode.DONE;
  }
}
