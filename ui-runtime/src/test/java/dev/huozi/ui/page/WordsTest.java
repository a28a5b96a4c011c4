package dev.huozi.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every word exists in both languages, is used, and has the same placeholders.
@Tag("fast")
class WordsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern IN_TEMPLATE = Pattern.compile("\\{?\\bt:([A-Za-z0-9_]+)");
  private static final Pattern IN_CODE = Pattern.compile("\"([a-z0-9]+_?[a-z0-9_]*)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(words("zh").stringPropertyNames()).isEqualTo(words("en").stringPropertyNames());
  }

  @Test
  void placeholdersAreTheSameInBothLanguages() throws IOException {
    Properties zh = words("zh");
    Properties en = words("en");
    for (String key : zh.stringPropertyNames()) {
      assertThat(placeholders(en.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(zh.getProperty(key)));
    }
  }

  @Test
  void everyWordOfATemplateExists() throws IOException {
    Set<String> used = matches(RESOURCES.resolve("templates"), ".html", IN_TEMPLATE);
    assertThat(used).isNotEmpty();
    Set<String> missing = new TreeSet<>(used);
    missing.removeAll(words("zh").stringPropertyNames());
    assertThat(missing)
        .as("add these lines to page_zh.properties and page_en.properties: %s", missing)
        .isEmpty();
  }

  @Test
  void noWordIsLeftOver() throws IOException {
    Set<String> used = matches(RESOURCES.resolve("templates"), ".html", IN_TEMPLATE);
    used.addAll(matches(Path.of("src/main/java"), ".java", IN_CODE));
    Set<String> unused = new TreeSet<>(words("zh").stringPropertyNames());
    unused.removeAll(used);
    unused.removeIf(key -> PREFIXES_BUILT_IN_CODE.stream().anyMatch(key::startsWith));
    assertThat(unused).isEmpty();
  }

  /// Keys that the code puts together from a prefix and the name of a constant.
  private static final Set<String> PREFIXES_BUILT_IN_CODE =
      Set.of(
          "delete_",
          "formula_error_",
          "filter_op_",
          "filter_day_",
          "filter_said_",
          "filter_joint_",
          "formula_root_",
          "type_",
          "risk_",
          "operation_",
          "rewrite_",
          "color_",
          "kind_",
          "property_",
          "sign_",
          "waits_",
          "on_delete_",
          "pack_stays_",
          "import_state_",
          "import_line_",
          "job_step_",
          "sandbox_state_");

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        Files.newBufferedReader(RESOURCES.resolve("messages/page_" + language + ".properties"))) {
      words.load(reader);
    }
    return words;
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Set<String> matches(Path folder, String suffix, Pattern pattern)
      throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }
}
