package dev.huozi.ui.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tenants, for the operator of the installation.
@Command(
    name = "tenant",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TenantCreateCommand.class,
      TenantListCommand.class,
      TenantDumpCommand.class,
      TenantRestoreCommand.class,
      TenantStateCommand.Suspend.class,
      TenantStateCommand.Resume.class,
      TenantDeleteCommand.class
    })
final class TenantCommand {
  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private final OutputOptions output = new OutputOptions();
}
