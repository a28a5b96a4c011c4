package dev.huozi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class DatabaseSettingsTest {

  @Test
  void aUrlIsReadWithItsEncodedParts() {
    DatabaseSettings settings =
        DatabaseSettings.parse("postgresql://app:p%40ss+w%2Ford@db.example:6543/crm");
    assertThat(settings)
        .isEqualTo(new DatabaseSettings("db.example", 6543, "crm", "app", "p@ss+w/ord"));
    assertThat(DatabaseSettings.parse(settings.url())).isEqualTo(settings);
  }

  @Test
  void thePortMayBeLeftOut() {
    assertThat(DatabaseSettings.parse("postgresql://a:b@localhost/crm").port()).isEqualTo(5432);
  }

  @Test
  void thePasswordIsNotPrinted() {
    assertThat(DatabaseSettings.parse("postgresql://app:secret@h/crm").toString())
        .isEqualTo("postgresql://app@h:5432/crm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jdbc:postgresql://h/crm",
        "mysql://a:secret@h/crm",
        "postgresql://h/crm",
        "postgresql://a@h/crm",
        "postgresql://a:secret@h",
        "postgresql://a:secret@h/",
        "postgresql://a:secret@h/crm?options=x",
        "postgresql://a:secret%zz@h/crm"
      })
  void whatIsNoUrlOfOursIsRefusedWithoutShowingIt(String url) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> DatabaseSettings.parse(url))
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(PlatformError.DATABASE_URL_INVALID);
          assertThat(problem.getMessage()).doesNotContain("secret");
        });
  }
}
