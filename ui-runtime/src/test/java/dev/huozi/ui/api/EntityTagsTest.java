package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class EntityTagsTest {
  @Test
  void theTagIsTheVersionInQuotes() {
    assertThat(EntityTags.of(7)).isEqualTo("\"7\"");
    assertThat(EntityTags.version(EntityTags.of(7))).isEqualTo(7);
  }

  @Test
  void withoutATagThereIsNoVersion() {
    assertThat(EntityTags.version(null)).isNull();
    assertThat(EntityTags.version(" ")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "*",
        "W/\"7\"",
        "\"a\"",
        "\"7\", \"8\"",
        "\"-7\"",
        "\"\"",
        "\"99999999999\"",
        "'7'"
      })
  void anythingButOneStrongTagIsRefused(String header) {
    assertThatThrownBy(() -> EntityTags.version(header))
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .returns(UiError.IF_MATCH_INVALID, ProblemException::code);
  }
}
