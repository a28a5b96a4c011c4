package dev.huozi.ui.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Packs: their files at the desk, and what a tenant has of them.
@Command(
    name = "pack",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PackListCommand.class,
      PackInitCommand.class,
      PackCheckCommand.class,
      PackFormatCommand.class,
      PackSchemasCommand.class,
      PackTestCommand.class,
      PackUninstallCommand.class
    })
final class PackCommand {
  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private final OutputOptions output = new OutputOptions();
}
