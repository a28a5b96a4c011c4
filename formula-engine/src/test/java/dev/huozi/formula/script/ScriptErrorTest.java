package dev.huozi.formula.script;

import dev.huozi.platform.i18n.CompleteTexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ScriptErrorTest {
  @Test
  void every_code_has_its_texts() {
    CompleteTexts.assertFor(ScriptError.values());
  }
}
