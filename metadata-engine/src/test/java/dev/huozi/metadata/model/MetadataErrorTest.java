package dev.huozi.metadata.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.i18n.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fast")
class MetadataErrorTest {
  @ParameterizedTest
  @EnumSource(MetadataError.class)
  void every_code_has_a_text_in_every_language(MetadataError code) {
    Messages messages = new Messages();
    for (Locale language : Messages.LANGUAGES) {
      assertThat(messages.find(code, language))
          .as("Add to messages/metadata_%s.properties: %s=…", language.getLanguage(), code)
          .isNotBlank();
    }
  }
}
