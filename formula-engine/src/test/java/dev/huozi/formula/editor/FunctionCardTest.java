package dev.huozi.formula.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FunctionCardTest {
  @Test
  void everyFunctionThatWorksHasHelpASignatureAndAnExampleInBothLanguages() {
    for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
      assertThat(FunctionCard.all(locale))
          .hasSizeGreaterThan(80)
          .allSatisfy(card -> {
            assertThat(card.help()).as(card.name()).isNotBlank();
            assertThat(card.signatures()).as(card.name()).isNotEmpty();
            assertThat(card.examples()).as(card.name()).isNotEmpty();
          });
    }
  }

  @Test
  void aCardShowsHowToCallAndWhatAFilterCannotDo() {
    assertThat(card("CONTAINS").signatures()).containsExactly("CONTAINS(text, part)");
    assertThat(card("CONTAINS").alias()).isEqualTo("包含");
    assertThat(card("CONTAINS").notSql()).isNull();
    assertThat(card("REGEX").notSql()).isNotBlank();
  }

  private static FunctionCard card(String name) {
    return FunctionCard.all(Locale.CHINESE).stream()
        .filter(card -> card.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
