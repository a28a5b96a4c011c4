package dev.huozi.ui.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tenants, for the operator of the installation.
@Command(
    name = "tenant",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {TenantCreateCommand.class, TenantListCommand.class})
final class TenantCommand {
  @Mixin private final OutputOptions output = new OutputOptions();
}
