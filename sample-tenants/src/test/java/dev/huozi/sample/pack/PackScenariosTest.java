package dev.huozi.sample.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.sample.AppUnderTest;
import dev.huozi.ui.command.scenario.ScenarioRunner;
import dev.huozi.ui.command.scenario.ScenarioRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The scenarios that the packs bring along, run as their authors run them.
@Tag("db")
class PackScenariosTest {
  private final AppUnderTest app = AppUnderTest.sharedWithDemo();

  private List<Outcome> run(Map<String, String> files, List<Map<String, String>> required)
      throws IOException {
    String token = Files.readString(app.home().resolve("operator.token")).strip();
    String url = app.url("").toString();
    return new ScenarioRunner(
            java.net.URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
            token,
            Locale.ENGLISH,
            SamplePacks.KINDS)
        .run(files, required, _ -> {});
  }

  @Test
  void every_scenario_of_the_packs_passes() throws IOException {
    List<Map<String, String>> required = new ArrayList<>();
    int count = 0;
    for (String id : SamplePacks.IDS) {
      Map<String, String> files = SamplePacks.files(id);
      for (Outcome outcome : run(files, required)) {
        assertThat(outcome.findings()).as("%s/%s", id, outcome.scenario().name()).isEmpty();
        count++;
      }
      required.add(files);
    }
    assertThat(count).isGreaterThanOrEqualTo(3);
  }

  @Test
  void a_scenario_that_expects_something_else_fails_and_says_where() throws IOException {
    Map<String, String> files = new TreeMap<>(SamplePacks.files("crm_base"));
    String path = "scenarios/lost_deal.scenario.yaml";
    files.put(path, files.getOrDefault(path, "").replace("status: potential", "status: closed"));
    assertThat(run(files, List.of()))
        .singleElement()
        .satisfies(outcome ->
            assertThat(outcome.findings())
                .containsExactly("step 1: status: expected closed, is \"potential\""));
  }
}
