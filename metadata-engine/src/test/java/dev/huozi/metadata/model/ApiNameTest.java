package dev.huozi.metadata.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class ApiNameTest {
  private static List<String> problems(String name) {
    Issues issues = new Issues();
    ApiName.check(name, "name", issues);
    return issues.list().stream().map(Issue::code).map(code -> code.name()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "select",
        "USER",
        "客户",
        "客户_2",
        "größe",
        "имя",
        "नाम",
        "冰柜数量",
        "😀",
        "🏬门店",
        "👩‍💻",
        "❤️",
        "👍🏽",
        "x😀y",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void names_of_any_script_and_emoji_are_good(String name) {
    assertThat(problems(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1a",
        "_a",
        "a b",
        "a.b",
        "a-b",
        "a\"b",
        "a'b",
        "a;drop",
        "a\u0000",
        "a\u200D",
        "\u200Da",
        "a\u200Db",
        "a\uFE0F",
        "a\u202Eb",
        "(c)",
        "a\u00A0b",
        "$1",
        "a\u2019b",
        "[a]",
        "#1",
        "©",
        "a\n"
      })
  void other_characters_are_refused(String name) {
    assertThat(problems(name)).containsExactly("NAME_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"e\u0301t\u00E9", "\u1112\u1161\u11AB"})
  void names_in_another_normal_form_are_refused(String name) {
    assertThat(problems(name)).containsExactly("NAME_NOT_NORMAL");
  }

  @org.junit.jupiter.api.Test
  void length_counts_characters_not_bytes_or_halves() {
    assertThat(problems("客".repeat(80))).isEmpty();
    assertThat(problems("😀".repeat(80))).isEmpty();
    assertThat(problems("客".repeat(81))).containsExactly("NAME_TOO_LONG");
  }

  @org.junit.jupiter.api.Test
  void case_does_not_tell_names_apart() {
    assertThat(ApiName.same("Größe", "GRÖSSE")).isTrue();
    assertThat(ApiName.same("Store", "sTORE")).isTrue();
    assertThat(ApiName.same("客户", "客戶")).isFalse();
  }
}
