package dev.huozi.ui.command.scenario;

import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.metadata.pack.Scenario;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Runs the scenarios of a pack on a server, each on a tenant of its own.
public final class ScenarioRunner {
  private final ScenarioDoor operator;
  private final MetadataKinds kinds;

  /// @param operatorToken of the installation's operator, who alone may make tenants
  public ScenarioRunner(URI server, String operatorToken, Locale locale, MetadataKinds kinds) {
    this.operator = new ScenarioDoor(server, operatorToken, locale);
    this.kinds = kinds;
  }

  /// What came of one scenario.
  ///
  /// @param findings what went otherwise than expected; empty when it passed
  public record Outcome(Scenario scenario, List<String> findings) {
    public Outcome {
      findings = List.copyOf(findings);
    }

    public boolean passed() {
      return findings.isEmpty();
    }
  }

  /// @param files the pack's files by path
  /// @param required files of the packs that it needs, in the order in which they need each other
  /// @param told hears of each outcome as it comes
  public List<Outcome> run(
      Map<String, String> files, List<Map<String, String>> required, Consumer<Outcome> told) {
    Pack pack = new PackReader(kinds).read(files);
    List<Map<String, String>> packs = new ArrayList<>(required);
    packs.add(files);
    List<Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : pack.scenarios()) {
      Outcome outcome;
      try (Stage stage = Stage.set(operator, packs, scenario)) {
        outcome = new Outcome(scenario, ScenarioPlay.findings(stage, scenario));
      }
      outcomes.add(outcome);
      told.accept(outcome);
    }
    return outcomes;
  }
}
