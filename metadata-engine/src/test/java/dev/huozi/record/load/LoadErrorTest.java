package dev.huozi.record.load;

import dev.huozi.platform.i18n.CompleteTexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class LoadErrorTest {
  @Test
  void every_code_has_its_texts() {
    CompleteTexts.assertFor(LoadError.values());
  }
}
