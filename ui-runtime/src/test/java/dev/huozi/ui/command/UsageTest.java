package dev.huozi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// The command line explains itself, in both languages.
@Tag("fast")
class UsageTest {
  @Test
  void everyCommandOptionAndArgumentIsExplainedInBothLanguages() {
    for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
      List<String> unexplained = new ArrayList<>();
      for (CommandLine command : all(HuoziCommand.line(locale))) {
        CommandLine.Model.CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().description().length == 0) {
          unexplained.add(spec.qualifiedName("."));
        }
        spec.args().stream()
            .filter(argument -> argument.description().length == 0)
            .forEach(argument -> unexplained.add(spec.qualifiedName(".") + " " + argument));
      }
      assertThat(unexplained).as("unexplained in %s", locale).isEmpty();
    }
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    for (String bundle : List.of("command", "usage")) {
      assertThat(texts(bundle, "zh").keySet())
          .as(bundle)
          .isEqualTo(texts(bundle, "en").keySet())
          .hasSizeGreaterThan(20);
    }
  }

  @Test
  void noKeyStandsTwiceInAFile() throws IOException {
    for (String bundle : List.of("command", "usage")) {
      for (String language : List.of("zh", "en")) {
        List<String> keys = new ArrayList<>();
        for (String line : text(bundle, language).lines().toList()) {
          if (!line.startsWith("#") && line.indexOf('=') > 0) {
            keys.add(line.substring(0, line.indexOf('=')));
          }
        }
        assertThat(keys).as("%s in %s", bundle, language).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void theUsageIsShownInTheLanguageAskedFor() {
    assertThat(HuoziCommand.line(Locale.CHINESE).getSubcommands().get("plan").getUsageMessage())
        .contains("用法：", "配置包目录", "有变更时退出码为 2");
    assertThat(HuoziCommand.line(Locale.ENGLISH).getUsageMessage())
        .contains("Usage:", "Commands:", "Log in; later commands use this login.");
  }

  private static List<CommandLine> all(CommandLine line) {
    List<CommandLine> found = new ArrayList<>(List.of(line));
    line.getSubcommands().values().forEach(child -> found.addAll(all(child)));
    return found;
  }

  private static Properties texts(String bundle, String language) throws IOException {
    Properties texts = new Properties();
    texts.load(new StringReader(text(bundle, language)));
    return texts;
  }

  private static String text(String bundle, String language) throws IOException {
    String path = "/messages/" + bundle + "_" + language + ".properties";
    try (InputStream file =
        Objects.requireNonNull(UsageTest.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
