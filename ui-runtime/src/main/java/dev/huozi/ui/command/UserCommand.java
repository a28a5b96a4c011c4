package dev.huozi.ui.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Login accounts of the tenant, for its administrator.
@Command(
    name = "user",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {UserCreateCommand.class, UserListCommand.class})
final class UserCommand {
  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private final OutputOptions output = new OutputOptions();
}
