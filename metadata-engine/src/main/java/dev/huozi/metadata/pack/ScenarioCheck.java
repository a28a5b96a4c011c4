package dev.huozi.metadata.pack;

import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.platform.problem.Issues;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What must be right with a scenario by itself.
final class ScenarioCheck {
  private static final String FOLDER = "scenarios/";
  private static final String SUFFIX = ".scenario" + PackReader.SUFFIX;

  private final Set<String> people = new HashSet<>(Set.of(Scenario.ADMIN));
  private final Set<String> saved = new HashSet<>();
  private final Issues issues = new Issues();

  private ScenarioCheck() {}

  static boolean isScenario(String path) {
    return path.startsWith(FOLDER)
        && path.endsWith(SUFFIX)
        && path.indexOf('/', FOLDER.length()) < 0;
  }

  /// The file of a scenario.
  static String path(String name) {
    return FOLDER + name + SUFFIX;
  }

  static void check(Scenario scenario, SourceTree source, Issues issues) {
    ScenarioCheck check = new ScenarioCheck();
    check.scenario(scenario);
    check
        .issues
        .list()
        .forEach(issue -> issues.add(issue.at(source.atPath(String.valueOf(issue.subject())))));
  }

  private void scenario(Scenario scenario) {
    ApiName.check(scenario.name(), "name", issues);
    TextCheck.label(scenario.label(), "label", issues);
    for (int i = 0; i < scenario.users().size(); i++) {
      if (!people.add(scenario.users().get(i).user())) {
        issues.error(
            MetadataError.ITEM_DUPLICATE,
            "users." + i + ".user",
            "name",
            scenario.users().get(i).user());
      }
    }
    if (scenario.steps().isEmpty()) {
      issues.error(MetadataError.SCENARIO_STEP, "steps");
    }
    for (int i = 0; i < scenario.steps().size(); i++) {
      step(scenario.steps().get(i), "steps." + i);
    }
  }

  private void step(Scenario.Step step, String path) {
    long acts =
        Stream.of(step.create(), step.update(), step.delete(), step.query())
            .filter(act -> act != null)
            .count();
    Scenario.Expect expect = step.expect();
    boolean writes = step.create() != null || step.update() != null;
    boolean asks = step.query() != null;
    boolean fits =
        acts == 1
            && (writes || step.values().isEmpty())
            && (asks || step.filter() == null)
            && (step.save() == null || step.create() != null || asks)
            && (expect == null || expect.count() == null || asks)
            && (expect == null || expect.error() == null || expect.values().isEmpty());
    if (!fits) {
      issues.error(MetadataError.SCENARIO_STEP, path);
    }
    if (step.as() instanceof String user && !people.contains(user)) {
      unknown(user, path + ".as", people);
    }
    record(step.update(), path + ".update");
    record(step.delete(), path + ".delete");
    step.values().forEach((field, value) -> reference(value, path + ".values." + field));
    if (expect != null) {
      expect.values().forEach((field, value) -> reference(value, path + ".expect.values." + field));
    }
    if (step.save() instanceof String name && (people.contains(name) || !saved.add(name))) {
      issues.error(MetadataError.ITEM_DUPLICATE, path + ".save", "name", name);
    }
  }

  private void record(@Nullable String name, String path) {
    if (name != null && !saved.contains(name)) {
      unknown(name, path, saved);
    }
  }

  private void reference(String value, String path) {
    if (value.startsWith("@")) {
      String name = value.substring(1);
      if (!saved.contains(name) && !people.contains(name)) {
        unknown(name, path, Stream.concat(saved.stream(), people.stream()).toList());
      }
    }
  }

  private void unknown(String name, String path, Collection<String> known) {
    issues.error(
        MetadataError.SCENARIO_NAME,
        path,
        "name",
        name,
        "known",
        List.copyOf(new TreeSet<>(known)));
  }
}
