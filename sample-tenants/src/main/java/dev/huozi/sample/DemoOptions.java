package dev.huozi.sample;

import dev.huozi.sample.demo.Company;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the demo client was told on its command line.
///
/// @param home folder of the server, where the operator's token lies
/// @param packs folder of the packs
/// @param today the day the demo is about; null for the day of the first load
record DemoOptions(URI url, Path home, Path packs, Company company, @Nullable LocalDate today) {
  static final String USAGE =
      "DemoClient --url URL --home HUOZI_HOME --packs FOLDER [--tenant qinghequan|lingxi] [--today 2026-11-25]";
  private static final Set<String> NAMES =
      Set.of("--url", "--home", "--packs", "--tenant", "--today");

  static DemoOptions parse(List<String> arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!NAMES.contains(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException(
            "Option (%s) is unknown or has no value.\nUsage: %s".formatted(name, USAGE));
      }
      given.put(name, arguments.get(i + 1));
    }
    String today = given.get("--today");
    return new DemoOptions(
        URI.create(required(given, "--url")),
        Path.of(required(given, "--home")),
        Path.of(required(given, "--packs")),
        company(given.getOrDefault("--tenant", Company.QINGHEQUAN.code())),
        today == null ? null : LocalDate.parse(today));
  }

  private static String required(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Option (%s) is missing.\nUsage: %s".formatted(name, USAGE));
    }
    return value;
  }

  private static Company company(String code) {
    return Company.ALL.stream()
        .filter(company -> company.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no sample tenant (%s).\nUsage: %s".formatted(code, USAGE)));
  }
}
