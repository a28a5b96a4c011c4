package dev.huozi.ui.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Copies of the tenant to try things out in.
@Command(
    name = "sandbox",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SandboxCreateCommand.class,
      SandboxListCommand.class,
      SandboxCompareCommand.class,
      SandboxApplyCommand.class,
      SandboxDeleteCommand.class
    })
final class SandboxCommand {
  static final String PATH = "/api/sandboxes";

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private final OutputOptions output = new OutputOptions();
}
